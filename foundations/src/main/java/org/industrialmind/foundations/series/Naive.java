package org.industrialmind.foundations.series;

import java.util.Arrays;

/**
 * Forecasts that need no learning, and that every other must beat: what was last stays, what was a season ago comes back,
 * or the line from the first value to the last goes on.
 *
 * <p>Deviations are those of a random walk, of one for each place in the season, and of one with drift.
 *
 * @see "Hyndman and Athanasopoulos 2021, Forecasting: Principles and Practice, 3rd ed., sections 5.2 and 5.5"
 * @param kind which of them
 * @param period steps in a season; 1 unless seasonal
 */
public record Naive(Kind kind, int period) implements Forecaster {
    /** What stays. */
    public enum Kind {
        LAST,
        SEASONAL,
        DRIFT
    }

    /** @throws IllegalArgumentException unless a season has at least two steps, and only where there is one */
    public Naive {
        if (kind == Kind.SEASONAL ? period < 2 : period != 1) {
            throw new IllegalArgumentException("a naive forecast of kind " + kind + " with period " + period
                    + ": expected 2 or more for a seasonal one and 1 for others");
        }
    }

    /** The last value stays. */
    public static Naive last() {
        return new Naive(Kind.LAST, 1);
    }

    /** The value one season ago comes back. */
    public static Naive seasonal(int period) {
        return new Naive(Kind.SEASONAL, period);
    }

    /** The line from the first to the last value goes on. */
    public static Naive drift() {
        return new Naive(Kind.DRIFT, 1);
    }

    @Override
    public ForecastModel fit(double[] series) {
        Values.requireComplete(series, kind == Kind.DRIFT ? 3 : period + 1, "a naive forecast");
        double[] steps = Values.differenced(series, period);
        double slope = kind == Kind.DRIFT ? Values.mean(steps) : 0;
        double sum = 0;
        for (double step : steps) {
            sum += (step - slope) * (step - slope);
        }
        double deviation = Math.sqrt(sum / (steps.length - (kind == Kind.DRIFT ? 1 : 0)));
        return new Model(
                this,
                slope,
                deviation,
                series.length,
                Arrays.copyOfRange(series, series.length - period, series.length));
    }

    /** The end of a series and the size of its steps. */
    private static final class Model implements ForecastModel {
        private final Naive settings;
        private final double slope;
        private final double deviation;
        private final int learnedFrom;
        private final double[] end; // the last season, or the last value

        Model(Naive settings, double slope, double deviation, int learnedFrom, double[] end) {
            this.settings = settings;
            this.slope = slope;
            this.deviation = deviation;
            this.learnedFrom = learnedFrom;
            this.end = end;
        }

        @Override
        public Forecast forecast(int horizon) {
            Values.requireHorizon(horizon);
            double[] means = new double[horizon];
            double[] deviations = new double[horizon];
            for (int i = 0; i < horizon; i++) {
                int h = i + 1;
                means[i] = end[i % end.length] + slope * h;
                double walked = switch (settings.kind) {
                    case LAST -> h;
                    case SEASONAL -> 1 + i / end.length;
                    case DRIFT -> h * (1 + (double) h / (learnedFrom - 1)); // the slope was estimated too
                };
                deviations[i] = deviation * Math.sqrt(walked);
            }
            return Forecast.of(means, deviations);
        }

        @Override
        public ForecastModel continued(double[] history) {
            Values.requireComplete(history, end.length, "a naive forecast");
            double[] newer = Arrays.copyOfRange(history, history.length - end.length, history.length);
            return new Model(settings, slope, deviation, learnedFrom, newer);
        }
    }
}
