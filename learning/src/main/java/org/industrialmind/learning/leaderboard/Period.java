package org.industrialmind.learning.leaderboard;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.industrialmind.foundations.series.Correlogram;

/**
 * The rows after which a series comes round again: the lag of the highest peak of its autocorrelation.
 *
 * <p>By the rule of the board whose figures we quote [1], 125 stands for a series without one. Its program looks from lag 3 on
 * and then asks whether the peak lies 3 to 300 lags beyond, so that lags 6 to 303 count.
 *
 * <ol>
 *   <li>Liu and Paparrizos 2024, The elephant in the room: towards a reliable time-series anomaly detection benchmark,
 *       NeurIPS, its program's choice of the widest slopes.
 * </ol>
 */
final class Period {
    private static final int FIRST = 3; // lag that is looked at
    private static final int NEAREST = 3; // lags beyond the first
    private static final int FURTHEST = 300;
    private static final int NONE = 125;
    private static final int LAGS = 400;
    private static final int ROWS = 20_000;

    private Period() {}

    /** Returns the period of the first channel of a series, training part and test part in one, its first 20,000 rows. */
    static int of(LabelledSeries series) {
        return of(DoubleStream.concat(
                        Arrays.stream(series.train().column(0)),
                        Arrays.stream(series.test().column(0)))
                .limit(ROWS)
                .toArray());
    }

    static int of(double[] values) {
        int lags = Math.min(LAGS, values.length - 2);
        if (lags <= FIRST + 1 || flat(values)) {
            return NONE;
        }
        double[] correlations = Correlogram.of(values, lags).correlations();
        int best = NONE;
        double highest = Double.NEGATIVE_INFINITY;
        for (int lag = FIRST + 1; lag < correlations.length - 1; lag++) {
            double here = correlations[lag];
            if (here > correlations[lag - 1] && here > correlations[lag + 1] && here > highest) {
                highest = here;
                best = lag;
            }
        }
        int beyond = best - FIRST;
        return beyond < NEAREST || beyond > FURTHEST ? NONE : best;
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
