package org.industrialmind.recipes.forecasting;

import java.util.Arrays;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.linear.LeastSquares;
import org.industrialmind.foundations.linear.LeastSquaresModel;
import org.industrialmind.foundations.series.Forecast;
import org.industrialmind.foundations.series.ForecastModel;
import org.industrialmind.foundations.series.Forecaster;
import org.industrialmind.foundations.supervised.TargetRows;

/**
 * Forecasts what a few waves over a long season leave of a series. A season of 365 days has too many places to learn each by
 * itself from eight years; four numbers say as much of a year's weather.
 *
 * @param period steps in a season; need not be whole
 * @param waves the season is a sum of so many sines and cosines
 */
record Deseasoned(Forecaster inner, double period, int waves) implements Forecaster {
    @Override
    public ForecastModel fit(double[] series) {
        double[][] rows = new double[series.length][];
        Arrays.setAll(rows, this::angles);
        LeastSquaresModel season = LeastSquares.defaults().fit(TargetRows.of(Matrix.ofRows(rows), series), 0);
        return new Model(season, inner.fit(without(season, series)), series.length);
    }

    private double[] angles(int t) {
        double[] values = new double[2 * waves];
        for (int k = 0; k < waves; k++) {
            double angle = 2 * Math.PI * (k + 1) * t / period;
            values[2 * k] = Math.cos(angle);
            values[2 * k + 1] = Math.sin(angle);
        }
        return values;
    }

    private double[] without(LeastSquaresModel season, double[] series) {
        double[] left = new double[series.length];
        Arrays.setAll(left, t -> series[t] - season.predict(angles(t)));
        return left;
    }

    private final class Model implements ForecastModel {
        private final LeastSquaresModel season;
        private final ForecastModel rest;
        private final int length;

        Model(LeastSquaresModel season, ForecastModel rest, int length) {
            this.season = season;
            this.rest = rest;
            this.length = length;
        }

        @Override
        public Forecast forecast(int horizon) {
            Forecast left = rest.forecast(horizon);
            double[] means = left.means();
            for (int i = 0; i < means.length; i++) {
                means[i] += season.predict(angles(length + i));
            }
            return Forecast.of(means, left.deviations());
        }

        @Override
        public ForecastModel continued(double[] history) {
            return new Model(season, rest.continued(without(season, history)), history.length);
        }
    }
}
