package org.industrialmind.learning.tabular.imbalance;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.industrialmind.foundations.supervised.LabelledRows;

/**
 * Leaves out drawn rows of the larger classes. Fast, and throws knowledge away: average several by {@code BaggingTrainer}
 * where that matters.
 *
 * @param ratio the smallest class has at least this share of each other afterwards, in (0, 1]
 */
public record UnderSampling(double ratio) implements Resampler {
    public UnderSampling {
        Draws.requireRatio(ratio);
    }

    @Override
    public LabelledRows resample(LabelledRows rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[][] byClass = Draws.rowsByClass(rows);
        int smallest = Arrays.stream(byClass)
                .mapToInt(of -> of.length)
                .filter(count -> count > 0)
                .min()
                .orElseThrow();
        int most = (int) Math.floor(smallest / ratio);
        int[] kept = Arrays.stream(byClass)
                .flatMapToInt(of -> of.length <= most ? IntStream.of(of) : IntStream.of(Draws.some(of, most, random)))
                .sorted()
                .toArray();
        return rows.select(kept);
    }
}
