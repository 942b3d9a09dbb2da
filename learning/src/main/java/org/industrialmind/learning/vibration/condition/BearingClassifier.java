package org.industrialmind.learning.vibration.condition;

import java.util.List;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.supervised.Classifier;
import org.industrialmind.foundations.supervised.ClassifierTrainer;
import org.industrialmind.foundations.supervised.LabelledRows;
import org.industrialmind.learning.vibration.Waveform;

/**
 * Says how probable each condition of a bearing is, from one block.
 *
 * @param features what it is told of the block
 * @param learned tells conditions apart by the features
 */
public record BearingClassifier(BlockFeatures features, Classifier learned) {
    public BearingClassifier {
        if (learned.columns() != features.names().size()) {
            throw new IllegalArgumentException("a classifier of " + learned.columns() + " columns and "
                    + features.names().size() + " features: expected the features it has learned from");
        }
    }

    /**
     * Learns from blocks whose condition is known; they should come from several bearings of each condition, or it learns to
     * know the bearings.
     *
     * @param conditions of each block, from 0 on
     * @param count how many conditions there are
     * @throws IllegalArgumentException if there is not one condition for each block
     */
    public static BearingClassifier learn(
            BlockFeatures features,
            ClassifierTrainer trainer,
            List<Waveform> blocks,
            int[] conditions,
            int count,
            long seed) {
        double[][] rows = blocks.stream().map(features::row).toArray(double[][]::new);
        LabelledRows labelled = LabelledRows.of(Matrix.ofRows(rows), conditions, count);
        return new BearingClassifier(features, trainer.fit(labelled, seed));
    }

    /** Returns the probability of each condition. Shape: [condition]; the values sum to 1. */
    public double[] probabilities(Waveform block) {
        return learned.probabilities(features.row(block));
    }
}
