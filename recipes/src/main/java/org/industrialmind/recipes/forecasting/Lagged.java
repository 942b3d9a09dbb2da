package org.industrialmind.recipes.forecasting;

import java.util.Arrays;
import org.industrialmind.foundations.series.Forecast;
import org.industrialmind.foundations.series.ForecastModel;
import org.industrialmind.foundations.series.Forecaster;

/**
 * Forecasts by what a learner makes of windows of the series. The last quarter of the windows is late: it tells when a
 * network has learned enough, and how wide intervals are to be; as these are not learned from, or only afterwards, the
 * widths are honest.
 *
 * @param lags values that are looked at
 * @param horizon the most steps ahead
 * @param stride steps from one window learned from to the next
 * @param fromLast whether windows are counted from their last value, see {@link LagScale}
 */
record Lagged(int lags, int horizon, int stride, boolean fromLast, WindowLearner learner) implements Forecaster {
    private static final int LATE_SHARE = 4;

    @Override
    public ForecastModel fit(double[] series) {
        LagScale scale = LagScale.of(series, fromLast);
        Windows all = Windows.of(series, scale, lags, horizon, stride);
        int late = all.size() / LATE_SHARE;
        int early =
                all.size() - late - (horizon - 1) / stride; // what came after the early ones is not asked of the late
        if (late < 1 || early < 1) {
            throw new IllegalArgumentException("a series of " + series.length + " values has " + all.size()
                    + " windows of " + lags + " lags and " + horizon + " steps: expected a longer one");
        }
        WindowLearner.Learned learned = learner.learn(all.slice(0, early), all.slice(all.size() - late, all.size()));
        return new Model(scale, learned, series.clone());
    }

    private final class Model implements ForecastModel {
        private final LagScale scale;
        private final WindowLearner.Learned learned;
        private final double[] history;

        Model(LagScale scale, WindowLearner.Learned learned, double[] history) {
            this.scale = scale;
            this.learned = learned;
            this.history = history;
        }

        @Override
        public Forecast forecast(int steps) {
            if (steps < 1 || steps > horizon) {
                throw new IllegalArgumentException(steps + " steps ahead: expected 1 to " + horizon + ", as learned");
            }
            double[] said = learned.says().apply(scale.input(history, history.length, lags));
            double[] deviations = Arrays.stream(learned.deviations())
                    .map(deviation -> deviation * scale.unit())
                    .toArray();
            return Forecast.of(Arrays.copyOf(scale.unscaled(said, history), steps), Arrays.copyOf(deviations, steps));
        }

        @Override
        public ForecastModel continued(double[] longer) {
            if (longer.length < lags) {
                throw new IllegalArgumentException(
                        "a history of " + longer.length + " values: expected at least the " + lags + " lags");
            }
            return new Model(scale, learned, longer.clone());
        }
    }
}
