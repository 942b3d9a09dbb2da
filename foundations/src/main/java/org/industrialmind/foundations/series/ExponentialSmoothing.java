package org.industrialmind.foundations.series;

/**
 * Exponential smoothing: a level, a slope and a season that each move a little towards what was just seen.
 *
 * <p>With e the error of the last forecast, additive season:
 *
 * <pre>
 * forecast = l + phi b + s        l' = l + phi b + alpha e     b' = phi b + beta e     s' = s + gamma e
 * </pre>
 *
 * with a multiplicative season the forecast is (l + phi b) s, and e is divided by s for level and slope and by l + phi b
 * for the season. No slope is Brown's simple smoothing, a slope Holt's [1], a season Winters' [2]; phi below 1 lets the
 * slope fade, which protects long horizons. beta lies in (0, alpha), gamma in (0, 1 - alpha), phi in (0.8, 0.995).
 *
 * <p>Parameters and the state before the first value are those of the least sum of squared errors, found together by
 * {@link LeastSquares} from several starts; for additive errors that is the maximum of the likelihood [3]. Deviations of
 * forecasts are exact for additive seasons and, for multiplicative ones, those of 2,000 simulated futures with a fixed
 * seed.
 *
 * <p>Complexity: O(n p) a step of the search, for p parameters and starting values.
 *
 * <ol>
 *   <li>Holt 1957, reprinted 2004, Forecasting seasonals and trends by exponentially weighted moving averages, Int. J.
 *       Forecasting 20(1).
 *   <li>Winters 1960, Forecasting sales by exponentially weighted moving averages, Management Science 6(3).
 *   <li>Hyndman, Koehler, Ord and Snyder 2008, Forecasting with Exponential Smoothing, Springer, chapters 2, 5 and 6.
 * </ol>
 *
 * @param trend whether there is a slope, and whether it fades
 * @param season whether there is a season, and whether it adds or multiplies
 * @param period steps in a season; 1 where there is none
 */
public record ExponentialSmoothing(Trend trend, Season season, int period) implements Forecaster {
    /** The slope. */
    public enum Trend {
        NONE,
        ADDITIVE,
        DAMPED
    }

    /** The season. */
    public enum Season {
        NONE,
        ADDITIVE,
        MULTIPLICATIVE
    }

    /** @throws IllegalArgumentException unless a season has at least two steps, and only where there is one */
    public ExponentialSmoothing {
        if (season == Season.NONE ? period != 1 : period < 2) {
            throw new IllegalArgumentException(
                    "a season " + season + " of " + period + " steps: expected 2 or more, and 1 where there is none");
        }
    }

    /** A level only. */
    public static ExponentialSmoothing simple() {
        return new ExponentialSmoothing(Trend.NONE, Season.NONE, 1);
    }

    /** A level and a slope. */
    public static ExponentialSmoothing holt() {
        return new ExponentialSmoothing(Trend.ADDITIVE, Season.NONE, 1);
    }

    /** A level and a slope that fades. */
    public static ExponentialSmoothing damped() {
        return new ExponentialSmoothing(Trend.DAMPED, Season.NONE, 1);
    }

    /** A level, a slope and a season. */
    public static ExponentialSmoothing holtWinters(Season season, int period) {
        return new ExponentialSmoothing(Trend.ADDITIVE, season, period);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the series has fewer than two seasons or not more values than there are
     *     parameters and starting values, lacks a value, or is not positive throughout where the season multiplies
     */
    @Override
    public SmoothingModel fit(double[] series) {
        Values.requireComplete(series, Math.max(2 * period, unknowns() + 2), "exponential smoothing");
        if (season == Season.MULTIPLICATIVE) {
            for (int t = 0; t < series.length; t++) {
                if (!(series[t] > 0)) {
                    throw new IllegalArgumentException("the series at position " + t + " is " + series[t]
                            + ": expected positive values for a multiplicative season; take an additive one");
                }
            }
        }
        return SmoothingModel.fit(this, series);
    }

    /** Returns how many parameters and starting values there are to find. */
    int unknowns() {
        return parameters() + states();
    }

    /** Returns how many of alpha, beta, phi, gamma there are. */
    int parameters() {
        return 1 + (trend == Trend.NONE ? 0 : 1) + (trend == Trend.DAMPED ? 1 : 0) + (season == Season.NONE ? 0 : 1);
    }

    /** Returns how many starting values there are: level, slope, and the season but for the one that the others leave. */
    int states() {
        return 1 + (trend == Trend.NONE ? 0 : 1) + period - 1;
    }
}
