package org.industrialmind.learning.prognosis;

import java.util.List;
import java.util.Optional;
import org.industrialmind.learning.Model;

/**
 * Says how long a unit will last from what is known of it so far. Immutable and safe to share between threads.
 *
 * <p>A forecast after some rows depends on these rows alone: neither later readings nor the ending of the run change it.
 * The contract's kit holds every model to that.
 */
public interface RemainingLifeModel extends Model {
    /** Returns the name of the method, which finds the {@link org.industrialmind.learning.prognosis.format.LifeFormat}. */
    String kind();

    FleetSchema schema();

    /** Returns the question that forecasts answer. */
    LifeQuestion question();

    /**
     * Returns the forecasts that would have been made along a run.
     *
     * @param lengths after how many rows of the run, each from 1 to all
     * @return one forecast for each length
     * @throws IllegalArgumentException if the run has another schema or is shorter
     */
    List<LifeForecast> along(RunToFailure run, int[] lengths);

    /**
     * Returns in which mode the unit was to be expected to fail along a run, for models that tell modes apart and have learned
     * from failures whose mode was known.
     *
     * @param lengths after how many rows of the run, each from 1 to all
     * @return one forecast for each length, or none at all
     */
    default List<ModeForecast> modesAlong(RunToFailure run, int[] lengths) {
        return List.of();
    }

    /** Returns a run that no unit had, of readings that are usual; empty where the model does not know which are. */
    default Optional<RunToFailure> madeUpRun(int rows) {
        return Optional.empty();
    }

    /**
     * Returns the forecast after the last row of a run, and with it the probability that the unit fails within a time after that
     * row, in units of life.
     */
    default Outlook outlook(RunToFailure run, double time) {
        LifeForecast forecast = now(run);
        return new Outlook(forecast, forecast.failureWithin(time));
    }

    /** A forecast, and the probability of a failure within the time that was asked about. */
    record Outlook(LifeForecast forecast, double failureWithin) {}

    /** Returns the forecast after the last row of a run. */
    default LifeForecast now(RunToFailure run) {
        return along(run, new int[] {run.rows()}).getFirst();
    }
}
