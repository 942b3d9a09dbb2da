package org.industrialmind.learning.vibration.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.industrialmind.foundations.algebra.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HealthIndexTest {
    private static final HealthIndex.Settings PLAIN = new HealthIndex.Settings(1, 1);

    /** A life whose first feature rises from a level of its own, and whose second is noise. */
    private static SnapshotTable life(String machine, int snapshots, double level, double rise, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] rows = new double[snapshots][];
        for (int s = 0; s < snapshots; s++) {
            double worn = (double) s / (snapshots - 1);
            rows[s] = new double[] {level + rise * worn * worn + 0.05 * random.nextGaussian(), random.nextGaussian()};
        }
        return table(machine, rows);
    }

    private static SnapshotTable table(String machine, double[]... rows) {
        List<String> names =
                IntStream.range(0, rows[0].length).mapToObj(f -> "f" + f).toList();
        List<Double> seconds =
                IntStream.range(0, rows.length).mapToObj(s -> 10.0 * s).toList();
        return new SnapshotTable(machine, names, seconds, Matrix.ofRows(rows));
    }

    @Test
    void one_feature_without_smoothing_is_its_rise_held_at_its_highest() {
        SnapshotTable machine =
                table("m", new double[] {3, 0}, new double[] {5, 0}, new double[] {4, 0}, new double[] {6, 0});
        HealthIndex index = HealthIndex.ofOne("f0", machine.features(), PLAIN);
        assertThat(index.raw(machine)).containsExactly(0, 2, 1, 3);
        assertThat(index.of(machine)).containsExactly(0, 2, 2, 3);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void weighs_what_rises_and_forgets_the_level_of_the_machine(long seed) {
        List<SnapshotTable> others = List.of(
                life("a", 80, 3, 2, 10 * seed),
                life("b", 120, -7, 2, 10 * seed + 1),
                life("c", 60, 0, 2, 10 * seed + 2));
        HealthIndex index = HealthIndex.learn(others, HealthIndex.Settings.defaults());
        assertThat(index.weights()[0]).isGreaterThan(0.7);
        assertThat(Arrays.stream(index.weights()).sum()).isCloseTo(1, within(1e-12));
        double[] worn = index.of(life("d", 100, 50, 2, 10 * seed + 3));
        assertThat(worn[0]).isEqualTo(0);
        assertThat(worn[99]).isBetween(1.0, 2.2);
        for (int s = 1; s < worn.length; s++) {
            assertThat(worn[s]).isGreaterThanOrEqualTo(worn[s - 1]);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void does_not_look_ahead(long seed) {
        SnapshotTable whole = life("d", 100, 5, 2, seed);
        HealthIndex index = HealthIndex.learn(List.of(life("a", 80, 3, 2, seed + 50)), HealthIndex.Settings.defaults());
        double[] all = index.of(whole);
        for (int seen : new int[] {1, 5, 10, 11, 60}) {
            double[][] rows = new double[seen][];
            Arrays.setAll(rows, whole.rows()::row);
            assertThat(index.of(table("d", rows))).containsExactly(Arrays.copyOf(all, seen));
        }
    }

    @Test
    void a_perfect_index_has_the_quality_one() {
        double[] straight = IntStream.range(0, 50).mapToDouble(s -> s / 49.0).toArray();
        double[] shorter = IntStream.range(0, 20).mapToDouble(s -> s / 19.0).toArray();
        IndexQuality quality = IndexQuality.of(List.of(straight, shorter));
        assertThat(quality.monotonicity()).isEqualTo(1);
        assertThat(quality.trendability()).isCloseTo(1, within(1e-12));
        assertThat(quality.prognosability()).isEqualTo(1);
    }

    @Test
    void quality_follows_its_formulas() {
        IndexQuality quality = IndexQuality.of(List.of(new double[] {0, 2, 1, 3}, new double[] {0, 1}));
        assertThat(quality.monotonicity()).isCloseTo((1 / 3.0 + 1) / 2, within(1e-12));
        // ends 3 and 1: deviation sqrt(2); rises 3 and 1: mean 2
        assertThat(quality.prognosability()).isCloseTo(Math.exp(-Math.sqrt(2) / 2), within(1e-12));
        IndexQuality opposed = IndexQuality.of(List.of(new double[] {0, 1, 2}, new double[] {2, 1, 0}));
        assertThat(opposed.trendability()).isEqualTo(0);
        IndexQuality still = IndexQuality.of(List.of(new double[] {1, 1}, new double[] {1, 1}));
        assertThat(still).isEqualTo(new IndexQuality(0, 0, 0));
    }

    @Test
    void says_what_it_cannot_learn_from() {
        assertThatThrownBy(() -> HealthIndex.learn(List.of(), PLAIN)).hasMessageContaining("at least one to failure");
        assertThatThrownBy(() -> HealthIndex.learn(List.of(life("a", 5, 0, 1, 1)), HealthIndex.Settings.defaults()))
                .hasMessageContaining("machine a has 5 snapshots");
        SnapshotTable falling = table("a", new double[] {3}, new double[] {2}, new double[] {1});
        assertThatThrownBy(() -> HealthIndex.learn(List.of(falling), PLAIN))
                .hasMessageContaining("none of the features");
        assertThatThrownBy(() -> HealthIndex.learn(List.of(falling, life("b", 5, 0, 1, 1)), PLAIN))
                .hasMessageContaining("machine b has the features [f0, f1]");
        assertThatThrownBy(() -> HealthIndex.ofOne("f9", List.of("f0"), PLAIN)).hasMessageContaining("f9");
        assertThatThrownBy(() -> new HealthIndex.Settings(0, 1)).hasMessageContaining("beginning of 0");
        List<double[]> one = new ArrayList<>();
        one.add(new double[] {0, 1});
        assertThatThrownBy(() -> IndexQuality.of(one)).hasMessageContaining("at least two machines");
        assertThatThrownBy(
                        () -> new SnapshotTable("m", List.of("f0"), List.of(1.0, 1.0), Matrix.of(2, 1, new double[2])))
                .hasMessageContaining("rising times");
        assertThatThrownBy(() -> new SnapshotTable("m", List.of("f0"), List.of(1.0), Matrix.of(2, 1, new double[2])))
                .hasMessageContaining("one of each");
    }
}
