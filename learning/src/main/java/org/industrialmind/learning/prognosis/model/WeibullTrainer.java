package org.industrialmind.learning.prognosis.model;

import org.industrialmind.foundations.statistics.Weibull;
import org.industrialmind.learning.prognosis.Fleet;
import org.industrialmind.learning.prognosis.LifeForecast;
import org.industrialmind.learning.prognosis.LifeQuestion;
import org.industrialmind.learning.prognosis.RemainingLifeModel;
import org.industrialmind.learning.prognosis.RemainingLifeTrainer;
import org.industrialmind.learning.prognosis.RunToFailure;

/**
 * Knows how lives of the fleet are spread, and of a unit its age: what a plant without sensors would say.
 *
 * <p>Units that still run enter by having lived at least as long. A unit of age a lives on for longer than t with the
 * probability R(a + t) / R(a); where no life beyond the question's longest can be asked for, given that it fails within.
 */
public record WeibullTrainer(LifeQuestion question) implements RemainingLifeTrainer {
    private static final double NOBODY = 1e-3; // of new units live longer: the curve is not followed further

    @Override
    public String name() {
        return "weibull by age";
    }

    @Override
    public RemainingLifeModel train(Fleet fleet, long seed) {
        int units = fleet.size();
        double[] times = new double[units];
        boolean[] failed = new boolean[units];
        for (int i = 0; i < units; i++) {
            RunToFailure run = fleet.runs().get(i);
            times[i] = run.ending().age();
            failed[i] = run.failed();
        }
        Weibull lives = Weibull.fit(times, failed);
        return FeatureModel.ofAge(fleet, question, age -> forecast(lives, age), TrainingNotes.of(this, fleet, seed));
    }

    private LifeForecast forecast(Weibull lives, double age) {
        double end = Math.min(question.longest(), 1 + lives.quantile(1 - NOBODY));
        double beyond = outlives(lives, age, end); // the share that outlives what is asked for
        return LifeTable.forecast(question, time -> (outlives(lives, age, time) - beyond) / (1 - beyond), end);
    }

    /** Returns R(age + time) / R(age), by the summed rates, which do not run out of digits as R does. */
    private static double outlives(Weibull lives, double age, double time) {
        return Math.exp(summedRate(lives, age) - summedRate(lives, age + time));
    }

    private static double summedRate(Weibull lives, double age) {
        return Math.pow(age / lives.scale(), lives.shape());
    }
}
