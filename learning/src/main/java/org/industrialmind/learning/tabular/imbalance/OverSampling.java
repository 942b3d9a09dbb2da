package org.industrialmind.learning.tabular.imbalance;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.industrialmind.foundations.supervised.LabelledRows;

/**
 * Repeats drawn rows of the smaller classes. The rows given stay, in their order; the repetitions follow.
 *
 * <p>Where a method heeds weights, {@link WeightedTrainer} does the same without luck.
 *
 * @param ratio each class has at least this share of the largest afterwards, in (0, 1]
 */
public record OverSampling(double ratio) implements Resampler {
    public OverSampling {
        Draws.requireRatio(ratio);
    }

    @Override
    public LabelledRows resample(LabelledRows rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[][] byClass = Draws.rowsByClass(rows);
        int[] lacking = Draws.lacking(byClass, ratio);
        IntStream positions = IntStream.range(0, rows.size());
        for (int k = 0; k < byClass.length; k++) {
            int[] of = byClass[k];
            int[] drawn = IntStream.range(0, lacking[k])
                    .map(i -> of[random.nextInt(of.length)])
                    .toArray();
            positions = IntStream.concat(positions, IntStream.of(drawn));
        }
        return rows.select(positions.toArray());
    }
}
