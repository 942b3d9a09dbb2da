package org.industrialmind.learning.prognosis.model;

import org.industrialmind.foundations.statistics.Weibull;
import org.industrialmind.learning.prognosis.Fleet;
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
        return FeatureModel.ofAge(
                fleet, question, new WeibullAnswers(question, lives), TrainingNotes.of(this, fleet, seed));
    }
}
