package org.industrialmind.learning.novelty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.learning.format.NamedTensors;
import org.industrialmind.learning.format.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatchMemoryTest extends NoveltyContract {
    @Override
    protected NoveltyMethod method() {
        return PatchMemory.defaults();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void measures_the_three_nearest_as_a_search_written_out_does(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<float[]> patches = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            patches.add(new float[] {(float) random.nextGaussian(), (float) random.nextGaussian()});
        }
        PatchBank bank = PatchBank.choose(patches, 40, seed);
        float[] query = {9, (float) random.nextGaussian(), (float) random.nextGaussian()};
        double expected = patches.stream()
                .mapToDouble(patch -> Math.hypot(patch[0] - query[1], patch[1] - query[2]))
                .sorted()
                .limit(3)
                .average()
                .orElseThrow();
        assertThat(bank.distance(query, 1)).isCloseTo(expected, within(1e-5)); // kept as 32-bit floats
    }

    @Test
    void remembers_what_leaves_no_other_far_away() {
        List<float[]> patches = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            patches.add(new float[] {i < 90 ? 0.001f * i : 10 * (i - 89)});
        }
        PatchBank bank = PatchBank.choose(patches, 12, 5);
        for (int i = 90; i < 100; i++) {
            assertThat(bank.nearest(patches.get(i))).isEqualTo(patches.get(i));
        }
        Map<String, Tensor> kept = new HashMap<>();
        PatchBank.choose(List.of(new float[] {1}, new float[] {1}), 2, 5).keep("same", kept);
        assertThat(new NamedTensors(kept).dimension("same", 0)).isEqualTo(1);
    }

    @Test
    void sees_a_shape_that_never_was_at_the_usual_level_and_spread() {
        int rows = 4000;
        double[] course = new double[rows];
        for (int t = 0; t < rows; t++) {
            course[t] = Math.sin(t * 2 * Math.PI / 20);
        }
        SeriesNovelty known = SeriesNovelty.learn(method(), Matrix.of(rows, 1, course), 40, SEED);
        double[] other = new double[80];
        for (int t = 0; t < other.length; t++) {
            other[t] = t < 40 ? course[t] : Math.signum(Math.sin(t * 2 * Math.PI / 31)) / Math.sqrt(2);
        }
        double[] scores = known.scores(Matrix.of(80, 1, other));
        assertThat(scores[39]).isLessThanOrEqualTo(1);
        assertThat(scores[79]).isGreaterThan(1.5);
    }
}
