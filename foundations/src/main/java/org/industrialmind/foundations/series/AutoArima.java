package org.industrialmind.foundations.series;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the order of an ARIMA model, in the manner of Hyndman and Khandakar.
 *
 * <ol>
 *   <li>One difference over a season if {@link Stl} finds the season strong (0.64 or more); then differences of one step,
 *       two at most, until {@link Kpss} no longer doubts at 5 % that the series stays about its mean.
 *   <li>Four models to begin with: (2,d,2)(1,D,1), (0,d,0)(0,D,0), (1,d,0)(1,D,0) and (0,d,1)(0,D,1), with a constant where
 *       d + D is at most 1.
 *   <li>From the best so far, one of p, q, P, Q one up or down, p and q together, P and Q together, the constant in or out;
 *       on to whichever has a lower corrected Akaike criterion, until none has.
 * </ol>
 *
 * <p>A model whose coefficients reach the edge of the stationary and invertible region is set aside: it has a difference
 * too many or too few. At most {@code models} models are fitted, each by exact maximum likelihood; the search is greedy and
 * may stop at a local best, and the intervals of the winner do not know that it was chosen.
 *
 * @see "Hyndman and Khandakar 2008, Automatic time series forecasting: the forecast package for R, J. Statistical Software
 *     27(3)"
 * @param period steps in a season; 1 where there is none
 * @param largest most of p and of q
 * @param largestSeasonal most of P and of Q
 * @param models most models to fit
 */
public record AutoArima(int period, int largest, int largestSeasonal, int models) implements Forecaster {
    private static final double STRONG = 0.64; // of a season: where differencing begins to pay, as in R's forecast
    private static final double EDGE = 0.9995;

    /** @throws IllegalArgumentException if the period is less than 1, a bound is negative, or fewer than 4 models allowed */
    public AutoArima {
        if (period < 1 || largest < 0 || largestSeasonal < 0 || models < 4) {
            throw new IllegalArgumentException("a search with period " + period + ", up to " + largest + " and "
                    + largestSeasonal + " terms and " + models + " models: expected a period of 1 or more, no negative"
                    + " bound, and 4 models or more");
        }
    }

    /** Up to 5 terms, 2 over seasons, and 94 models: the bounds of the original. */
    public static AutoArima of(int period) {
        return new AutoArima(period, 5, period > 1 ? 2 : 0, 94);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the series is shorter than 10 or two periods and 5, or lacks a value
     */
    @Override
    public ArimaModel fit(double[] series) {
        Values.requireComplete(series, Math.max(10, 2 * period + 5), "a search for an ARIMA order");
        if (Values.constant(series)) {
            return new Arima(ArimaOrder.of(0, 0, 0), true).fit(series);
        }
        int seasonalD = seasonalDifferences(series);
        double[] left = seasonalD == 1 ? Values.differenced(series, period) : series;
        int d = 0;
        while (d < 2 && !Values.constant(left) && doubtful(left)) {
            left = Values.differenced(left, 1);
            d++;
        }
        return new Search(series, d, seasonalD).run();
    }

    private static boolean doubtful(double[] series) {
        int lags = (int) (3 * Math.sqrt(series.length) / 13); // as R's forecast chooses, so that orders can be compared
        return Kpss.of(series, Kpss.Around.MEAN, lags).pValue() < 0.05;
    }

    private int seasonalDifferences(double[] series) {
        return period > 1 && Stl.of(period).decompose(series).seasonalStrength() >= STRONG ? 1 : 0;
    }

    /** One search: the best so far and what was tried. */
    private final class Search {
        private final double[] series;
        private final int d;
        private final int seasonalD;
        private final Set<Arima> tried = new HashSet<>();
        private @Nullable ArimaModel best;
        private @Nullable Arima bestSettings;

        Search(double[] series, int d, int seasonalD) {
            this.series = series;
            this.d = d;
            this.seasonalD = seasonalD;
        }

        ArimaModel run() {
            boolean constant = d + seasonalD <= 1;
            attempt(0, 0, 0, 0, constant);
            attempt(2, 2, 1, 1, constant);
            attempt(1, 0, 1, 0, constant);
            attempt(0, 1, 0, 1, constant);
            attempt(0, 0, 0, 0, false);
            boolean better = true;
            while (better) {
                better = improve();
            }
            if (best == null) { // every candidate lay at the edge or was too long: what needs no search remains
                return new Arima(new ArimaOrder(0, d, 0, 0, seasonalD, 0, period), constant).fit(series);
            }
            return best;
        }

        private boolean improve() {
            if (bestSettings == null) {
                return false;
            }
            Arima from = bestSettings;
            ArimaOrder at = from.order();
            int[][] moves = {
                {0, 0, -1, 0}, {0, 0, 0, -1}, {0, 0, 1, 0}, {0, 0, 0, 1}, {0, 0, -1, -1}, {0, 0, 1, 1},
                {-1, 0, 0, 0}, {0, -1, 0, 0}, {1, 0, 0, 0}, {0, 1, 0, 0}, {-1, -1, 0, 0}, {1, 1, 0, 0}
            };
            for (int[] move : moves) {
                boolean found = attempt(
                        at.p() + move[0],
                        at.q() + move[1],
                        at.seasonalP() + move[2],
                        at.seasonalQ() + move[3],
                        from.constant());
                if (found) {
                    return true;
                }
            }
            return attempt(at.p(), at.q(), at.seasonalP(), at.seasonalQ(), !from.constant());
        }

        /** Fits a model unless it is out of bounds or was tried, and keeps it if it is better. */
        private boolean attempt(int p, int q, int wantedP, int wantedQ, boolean constant) {
            int seasonalP = period > 1 ? wantedP : 0;
            int seasonalQ = period > 1 ? wantedQ : 0;
            boolean inside = Math.min(Math.min(p, q), Math.min(seasonalP, seasonalQ)) >= 0
                    && Math.max(p, q) <= largest
                    && Math.max(seasonalP, seasonalQ) <= largestSeasonal
                    && (!constant || d + seasonalD <= 1);
            if (!inside || tried.size() >= models) {
                return false;
            }
            Arima settings = new Arima(new ArimaOrder(p, d, q, seasonalP, seasonalD, seasonalQ, period), constant);
            int unknowns = p + q + seasonalP + seasonalQ + 3;
            boolean fits = series.length - d - period * seasonalD > unknowns + 1;
            if (!tried.add(settings) || !fits) {
                return false;
            }
            ArimaModel model = settings.fit(series);
            boolean better = model.edge() < EDGE && (best == null || model.aicc() < best.aicc());
            if (better) {
                best = model;
                bestSettings = settings;
            }
            return better;
        }
    }
}
