package org.industrialmind.foundations.series;

/** What was learned from a series. Immutable and safe to share between threads. */
public interface ForecastModel {
    /**
     * Forecasts so many steps beyond the end of the series that this model stands at.
     *
     * @throws IllegalArgumentException if the horizon is less than 1
     */
    Forecast forecast(int horizon);

    /**
     * Returns the same model, nothing learned anew, standing at the end of another history: as a rule the series learned
     * from and what came after it. Methods that carry a state from the beginning take the history to begin where theirs
     * did.
     *
     * @throws IllegalArgumentException as {@link Forecaster#fit}
     */
    ForecastModel continued(double[] history);
}
