package org.industrialmind.learning.prognosis.model;

import java.util.Arrays;
import org.industrialmind.foundations.statistics.Quantiles;
import org.industrialmind.learning.prognosis.Cut;
import org.industrialmind.learning.prognosis.Fleet;
import org.industrialmind.learning.prognosis.LifeForecast;
import org.industrialmind.learning.prognosis.LifeQuestion;
import org.industrialmind.learning.prognosis.RemainingLifeModel;
import org.industrialmind.learning.prognosis.RemainingLifeTrainer;

/** Gives every unit at every moment the lives that the training units had: the least that can be known. */
public record ConstantTrainer(LifeQuestion question) implements RemainingLifeTrainer {
    @Override
    public String name() {
        return "constant";
    }

    /** @throws IllegalArgumentException if no unit failed */
    @Override
    public RemainingLifeModel train(Fleet fleet, long seed) {
        double[] lives = Cut.every(fleet, question, 1, 1, seed).stream()
                .mapToDouble(Cut::life)
                .sorted()
                .toArray();
        if (lives.length == 0) {
            throw new IllegalArgumentException(
                    "none of " + fleet.size() + " units failed: expected at least one, or no life is known");
        }
        double[] quantiles = question.levels().stream()
                .mapToDouble(level -> Quantiles.ofSorted(lives, level))
                .toArray();
        LifeForecast answer = LifeForecast.of(
                question, quantiles, mean(lives, Double.POSITIVE_INFINITY), mean(lives, question.horizon()));
        return FeatureModel.ofAge(
                fleet, question, new ConstantAnswers(question, answer), TrainingNotes.of(this, fleet, seed));
    }

    private static double mean(double[] lives, double most) {
        return Arrays.stream(lives).map(life -> Math.min(life, most)).average().orElseThrow();
    }
}
