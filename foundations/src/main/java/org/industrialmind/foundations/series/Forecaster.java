package org.industrialmind.foundations.series;

/** Learns from a series at even steps of time how it goes on: a record of settings, named after its method. */
@FunctionalInterface
public interface Forecaster {
    /**
     * Learns from a series, oldest value first; the series is left as it is.
     *
     * @throws IllegalArgumentException if the series is too short for the method, holds an infinite value, or lacks one
     *     (NaN) and the method does not say that it lives with gaps
     */
    ForecastModel fit(double[] series);
}
