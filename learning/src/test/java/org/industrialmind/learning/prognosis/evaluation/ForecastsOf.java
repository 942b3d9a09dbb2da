package org.industrialmind.learning.prognosis.evaluation;

import java.util.List;
import org.industrialmind.learning.prognosis.Cut;
import org.industrialmind.learning.prognosis.Ending;
import org.industrialmind.learning.prognosis.FleetSchema;
import org.industrialmind.learning.prognosis.Judged;
import org.industrialmind.learning.prognosis.LifeForecast;
import org.industrialmind.learning.prognosis.LifeQuestion;
import org.industrialmind.learning.prognosis.RunToFailure;

/** Units of known life with forecasts of known error. */
final class ForecastsOf {
    static final LifeQuestion QUESTION = new LifeQuestion(List.of(0.05, 0.5, 0.95), 100, Double.POSITIVE_INFINITY);
    private static final FleetSchema SCHEMA = new FleetSchema("unit", List.of(), List.of("sensor"), "cycle");

    private ForecastsOf() {}

    /** Returns a unit that fails at this age and reports once a cycle until then. */
    static RunToFailure unit(String name, int life) {
        double[] ages = new double[life];
        for (int row = 0; row < life; row++) {
            ages[row] = row + 1;
        }
        return RunToFailure.of(SCHEMA, name, ages, new double[life][1], new Ending.Failed(life));
    }

    /** Returns a forecast that expects the true life and an error, with an interval of so much to either side. */
    static Judged after(RunToFailure run, int length, double error, double half) {
        Cut cut = new Cut(run, length);
        double mean = cut.life() + error;
        double[] lives = {mean - half, mean, mean + half};
        return new Judged(cut, LifeForecast.of(QUESTION, lives, mean, mean));
    }
}
