package org.industrialmind.learning.novelty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.industrialmind.learning.format.NamedTensors;
import org.industrialmind.learning.format.Tensor;
import org.junit.jupiter.api.Test;

class AakrTest extends NoveltyContract {
    @Override
    protected NoveltyMethod method() {
        return Aakr.defaults();
    }

    @Test
    void answers_with_the_mean_of_what_is_remembered_weighted_by_likeness() {
        Map<String, Tensor> kept = new HashMap<>();
        kept.put("memory", Tensor.of(new double[] {0, 0, 2, 1}, 2, 2));
        kept.put("bandwidth", Tensor.of(new double[] {0.5}, 1));
        KernelMemory memory = KernelMemory.restore(2, new NamedTensors(kept));
        double first = Math.exp(-(1 + 0.25) / 0.5); // |x - m|^2 over 2 h^2
        double second = Math.exp(-(1 + 0.25) / 0.5);
        double[] residuals = memory.residuals(new double[] {1, 0.5, 0, 0});
        assertThat(residuals[0]).isCloseTo(1 - 2 * second / (first + second), within(1e-12));
        double near = Math.exp(-0.01 / 0.5);
        double far = Math.exp(-(1.9 * 1.9 + 1) / 0.5);
        assertThat(memory.residuals(new double[] {0.1, 0, 0, 0})[1]).isCloseTo(-far / (near + far), within(1e-12));
        // far from all, where every weight alone would underflow, the nearest answers
        assertThat(memory.residuals(new double[] {200, 1, 0, 0})).containsExactly(198, 0);
    }

    @Test
    void follows_a_relation_that_bends() {
        SplittableRandom random = new SplittableRandom(SEED);
        List<double[]> rows = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            double x = random.nextDouble(-2, 2);
            rows.add(new double[] {x, x * x, 0, 0});
            places.add(0);
        }
        KernelMemory memory = KernelMemory.fit(new FeatureRows(rows, places, 400), 200);
        assertThat(Math.abs(memory.residuals(new double[] {1.5, 2.25, 0, 0})[1]))
                .isLessThan(0.2);
        double[] off = memory.residuals(new double[] {1.5, 0.25, 0, 0}); // inside the range of either channel
        assertThat(Math.hypot(off[0], off[1])).isGreaterThan(0.5);
    }

    @Test
    void remembers_the_extremes_of_every_place_and_others_evenly() {
        List<double[]> vectors = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            vectors.add(new double[] {i % 50, -i});
            places.add(i / 50);
        }
        int[] chosen = new VectorOrdering(vectors, places).choose(20);
        assertThat(chosen).hasSize(20).contains(0, 49, 50, 99);
        assertThat(Arrays.stream(chosen).filter(i -> i < 50).count()).isEqualTo(10);
    }

    /** A hundred machines in three ways of running have more extremes than are remembered. */
    @Test
    void remembers_no_more_than_asked_for_however_many_places_there_are() {
        SplittableRandom random = new SplittableRandom(SEED);
        List<double[]> vectors = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            vectors.add(new double[] {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()});
            places.add(i / 10);
        }
        int[] chosen = new VectorOrdering(vectors, places).choose(200);
        assertThat(chosen).hasSize(200).doesNotHaveDuplicates();
        assertThat(Arrays.stream(chosen).map(i -> places.get(i) / 30).distinct().count())
                .as("tenths of the places")
                .isEqualTo(10);
    }
}
