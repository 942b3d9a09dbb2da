package org.industrialmind.serving.life;

import java.util.List;
import org.industrialmind.learning.prognosis.LifeAnswer;

/**
 * How long units will last.
 *
 * @param lifeUnit what ages and lives are counted in, one of it
 * @param forecasts one for each unit, in the order in which they were asked about
 */
public record ForecastsView(String model, String fleet, String lifeUnit, List<LifeAnswer> forecasts) {
    public ForecastsView {
        forecasts = List.copyOf(forecasts);
    }
}
