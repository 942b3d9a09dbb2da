package org.industrialmind.learning.tabular.imbalance;

import org.industrialmind.foundations.supervised.Classifier;
import org.industrialmind.foundations.supervised.ClassifierTrainer;
import org.industrialmind.foundations.supervised.LabelledRows;

/**
 * Lets a method learn as if classes were as frequent as their weights say.
 *
 * <p>Its probabilities are then those of such a world, not of this one: right for ranking and for a decision at one half,
 * wrong as a risk. Where the risk is asked for, leave the weights and move the threshold ({@link ThresholdTrainer}), or
 * calibrate the result.
 */
public record WeightedTrainer(ClassifierTrainer base, ClassWeights weights) implements ClassifierTrainer {
    /** Returns the trainer to which every class counts the same. */
    public static WeightedTrainer balanced(ClassifierTrainer base) {
        return new WeightedTrainer(base, ClassWeights.balanced());
    }

    @Override
    public Classifier fit(LabelledRows rows, long seed) {
        double[] factors = weights.of(rows);
        double[] changed = rows.weights();
        for (int r = 0; r < changed.length; r++) {
            changed[r] *= factors[rows.label(r)];
        }
        return base.fit(LabelledRows.weighted(rows.rows(), rows.labels(), changed, rows.classes()), seed);
    }
}
