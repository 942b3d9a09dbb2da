package org.industrialmind.foundations.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Walk-forward evaluation: stand at a time, learn from what was known then, forecast, move on.
 *
 * <p>Cutting a series at random, as rows are cut, lets a forecaster learn from the future. Here the forecaster is handed a
 * copy of the values before the origin and nothing else, so it cannot look ahead whatever it does. Learning anew at each
 * origin is the honest way and may be slow; every {@code refit}-th origin will do, with the model
 * {@linkplain ForecastModel#continued continued} in between.
 *
 * @see "Tashman 2000, Out-of-sample tests of forecasting accuracy, Int. J. Forecasting 16(4)"
 * @param first values before the first origin
 * @param horizon steps that are forecast from each origin
 * @param stride steps from one origin to the next
 * @param window most values that are learned from; {@link Integer#MAX_VALUE} for all before the origin
 * @param refit origins from one learning to the next
 */
public record RollingOrigin(int first, int horizon, int stride, int window, int refit) {
    /** @throws IllegalArgumentException unless all are 1 or more */
    public RollingOrigin {
        if (Math.min(Math.min(first, horizon), Math.min(stride, Math.min(window, refit))) < 1) {
            throw new IllegalArgumentException(
                    "a rolling origin from " + first + " with horizon " + horizon + ", stride " + stride + ", window "
                            + window + " and refit every " + refit + ": expected all 1 or more");
        }
    }

    /** Learns anew from all before each origin, which moves by one horizon. */
    public static RollingOrigin expanding(int first, int horizon) {
        return new RollingOrigin(first, horizon, horizon, Integer.MAX_VALUE, 1);
    }

    /** Learns anew from the last values before each origin, which moves by one horizon. */
    public static RollingOrigin sliding(int window, int horizon) {
        return new RollingOrigin(window, horizon, horizon, window, 1);
    }

    /** The same, with origins that move by so many steps. */
    public RollingOrigin withStride(int steps) {
        return new RollingOrigin(first, horizon, steps, window, refit);
    }

    /** The same, learning anew only at each so many-th origin. */
    public RollingOrigin withRefit(int origins) {
        return new RollingOrigin(first, horizon, stride, window, origins);
    }

    /**
     * Evaluates a forecaster along a series.
     *
     * @throws IllegalArgumentException if the series has no origin with a whole horizon after it, or as the forecaster
     *     throws
     */
    public ForecastErrors evaluate(Forecaster forecaster, double[] series) {
        Values.requireLength(series.length, first + horizon, "an origin at " + first + " and a horizon of " + horizon);
        List<Integer> origins = new ArrayList<>();
        List<Forecast> forecasts = new ArrayList<>();
        for (int origin = first; origin + horizon <= series.length; ) {
            int from = origin - Math.min(window, origin);
            ForecastModel learned = forecaster.fit(Arrays.copyOfRange(series, from, origin));
            forecasts.add(learned.forecast(horizon));
            origins.add(origin);
            origin += stride;
            for (int kept = 1; kept < refit && origin + horizon <= series.length; kept++) {
                ForecastModel moved = learned.continued(Arrays.copyOfRange(series, from, origin));
                forecasts.add(moved.forecast(horizon));
                origins.add(origin);
                origin += stride;
            }
        }
        return new ForecastErrors(
                series.clone(), origins.stream().mapToInt(i -> i).toArray(), forecasts);
    }
}
