package org.industrialmind.learning.prognosis.ensemble;

import java.util.List;
import org.industrialmind.learning.prognosis.Cut;
import org.industrialmind.learning.prognosis.Judged;
import org.industrialmind.learning.prognosis.LifeForecast;

/**
 * What every member said of a moment it had not seen, and what came.
 *
 * @param forecasts one of each member
 */
record Unseen(String unit, double age, double life, List<LifeForecast> forecasts) {
    Unseen {
        forecasts = List.copyOf(forecasts);
    }

    Unseen(Cut cut, List<LifeForecast> forecasts) {
        this(cut.run().unit(), cut.age(), cut.life(), forecasts);
    }

    Judged judged(LifeForecast together) {
        return new Judged(unit, age, life, together);
    }
}
