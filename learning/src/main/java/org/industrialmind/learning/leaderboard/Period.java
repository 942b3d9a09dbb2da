package org.industrialmind.learning.leaderboard;

import org.industrialmind.foundations.series.Correlogram;

/**
 * The rows after which a series comes round again: the lag of the highest peak of its autocorrelation.
 *
 * <p>By the rule of the board whose figures we quote, lags from 3 to 300 count and 125 stands for a series without one [1].
 *
 * <ol>
 *   <li>Liu and Paparrizos 2024, The elephant in the room: towards a reliable time-series anomaly detection benchmark,
 *       NeurIPS, its program's choice of the widest slopes.
 * </ol>
 */
final class Period {
    private static final int SHORTEST = 3;
    private static final int LONGEST = 300;
    private static final int NONE = 125;
    private static final int LAGS = 400;

    private Period() {}

    static int of(double[] values) {
        int lags = Math.min(LAGS, values.length - 2);
        if (lags <= SHORTEST + 1 || flat(values)) {
            return NONE;
        }
        double[] correlations = Correlogram.of(values, lags).correlations();
        int best = NONE;
        double highest = Double.NEGATIVE_INFINITY;
        for (int lag = SHORTEST + 1; lag < correlations.length - 1; lag++) {
            double here = correlations[lag];
            if (here > correlations[lag - 1] && here > correlations[lag + 1] && here > highest) {
                highest = here;
                best = lag;
            }
        }
        return best > LONGEST ? NONE : best;
    }

    private static boolean flat(double[] values) {
        for (double value : values) {
            if (value != values[0]) {
                return false;
            }
        }
        return true;
    }
}
