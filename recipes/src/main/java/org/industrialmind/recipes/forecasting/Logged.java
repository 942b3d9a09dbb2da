package org.industrialmind.recipes.forecasting;

import java.util.Arrays;
import org.industrialmind.foundations.series.Forecast;
import org.industrialmind.foundations.series.ForecastModel;
import org.industrialmind.foundations.series.Forecaster;

/**
 * Forecasts the logarithms of a series, for one whose swings grow with its level.
 *
 * <p>The forecast in the unit of the series is the median, which makes the absolute error least. Its deviation is that of the
 * log-normal distribution, so intervals are symmetric where those of a log-normal are not; below a deviation of 0.2 of the
 * logarithms that is a difference of a few per cent.
 */
record Logged(Forecaster inner) implements Forecaster {
    @Override
    public ForecastModel fit(double[] series) {
        return new Model(inner.fit(logarithms(series)));
    }

    private static double[] logarithms(double[] series) {
        for (int t = 0; t < series.length; t++) {
            if (!(series[t] > 0)) {
                throw new IllegalArgumentException("the series at position " + t + " is " + series[t]
                        + ": expected positive values, of which there is a logarithm");
            }
        }
        return Arrays.stream(series).map(Math::log).toArray();
    }

    private record Model(ForecastModel inner) implements ForecastModel {
        @Override
        public Forecast forecast(int horizon) {
            Forecast logged = inner.forecast(horizon);
            double[] means = logged.means();
            double[] deviations = logged.deviations();
            for (int i = 0; i < means.length; i++) {
                double variance = deviations[i] * deviations[i];
                means[i] = Math.exp(means[i]);
                deviations[i] = means[i] * Math.sqrt(Math.exp(variance) * Math.expm1(variance));
            }
            return Forecast.of(means, deviations);
        }

        @Override
        public ForecastModel continued(double[] history) {
            return new Model(inner.continued(logarithms(history)));
        }
    }
}
