package org.industrialmind.learning.tabular.imbalance;

import java.util.SplittableRandom;
import org.industrialmind.foundations.supervised.Classifier;
import org.industrialmind.foundations.supervised.ClassifierTrainer;
import org.industrialmind.foundations.supervised.LabelledRows;

/**
 * Resamples the rows that a method learns from, and only those: as a trainer it sits inside each fold of a cross-validation,
 * where no synthetic twin of a test row can be learned from.
 *
 * <p>The warning of {@link WeightedTrainer} holds: the probabilities are those of the resampled world.
 */
public record ResampledTrainer(ClassifierTrainer base, Resampler resampler) implements ClassifierTrainer {
    @Override
    public Classifier fit(LabelledRows rows, long seed) {
        SplittableRandom seeds = new SplittableRandom(seed);
        return base.fit(resampler.resample(rows, seeds.nextLong()), seeds.nextLong());
    }
}
