package org.industrialmind.foundations.neighbors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.golden.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NeighborIndexTest {
    private static final Golden GOLDEN = Golden.read("nearest_neighbors");

    private static List<Metric> metrics() {
        return List.of(
                Metric.EUCLIDEAN,
                Metric.MANHATTAN,
                Metric.CHEBYSHEV,
                new Metric.Minkowski(3),
                new Metric.Mahalanobis(GOLDEN.matrix("covariance")));
    }

    @Test
    void three_four_five() {
        Matrix rows = Matrix.ofRows(new double[] {0, 0}, new double[] {3, 4}, new double[] {6, 8});
        NeighborIndex index = NeighborIndex.of(rows);
        assertThat(index.nearest(new double[] {0, 0}, 3).distances()).containsExactly(0, 5, 10);
        assertThat(index.within(new double[] {0, 0}, 5).positions()).containsExactly(0, 1);
        assertThat(index.nearestTo(2, 1).position(0)).isEqualTo(1);
        assertThat(index.columns()).isEqualTo(2);
        assertThat(index.size()).isEqualTo(3);
    }

    @Test
    void agrees_with_another_program_by_every_metric() {
        for (Metric metric : metrics()) {
            String name = metric.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
            assertGolden(NeighborIndex.of(GOLDEN.matrix("x"), metric), GOLDEN.matrix("queries"), name);
        }
        assertGolden(NeighborIndex.of(GOLDEN.matrix("places"), Metric.HAVERSINE), GOLDEN.matrix("places"), "haversine");
    }

    private static void assertGolden(NeighborIndex index, Matrix queries, String name) {
        Matrix distances = GOLDEN.matrix(name + "_distances");
        Matrix positions = GOLDEN.matrix(name + "_positions");
        for (int q = 0; q < distances.rows(); q++) {
            Neighbors nearest = index.nearest(queries.row(q), 4);
            assertThat(nearest.distances()).as(name).containsExactly(distances.row(q), within(1e-7));
            assertThat(Arrays.stream(nearest.positions()).asDoubleStream().toArray())
                    .as(name)
                    .containsExactly(positions.row(q));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void trees_find_what_brute_force_finds(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = random.doubles(3 * 500, -2, 2).toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] = seed % 2 == 0 ? Math.rint(2 * values[i]) : values[i]; // even seeds: doubles and ties galore
        }
        Matrix rows = Matrix.of(500, 3, values);
        for (Metric metric : metrics()) {
            assertTwins(BruteForce.of(rows, metric), KdTree.of(rows, metric), random);
            assertTwins(BruteForce.of(rows, metric), BallTree.of(rows, metric), random);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void the_sphere_has_no_seam(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] places = new double[600];
        for (int i = 0; i < 600; i += 2) {
            places[i] = random.nextDouble(-Math.PI / 2, Math.PI / 2);
            places[i + 1] = random.nextDouble(-Math.PI, Math.PI);
        }
        Matrix rows = Matrix.of(300, 2, places);
        BallTree tree = BallTree.of(rows, Metric.HAVERSINE);
        BruteForce brute = BruteForce.of(rows, Metric.HAVERSINE);
        for (double longitude : new double[] {-Math.PI, -3.1, 0, 3.1, Math.PI}) {
            double[] place = {0.4, longitude};
            assertThat(tree.nearest(place, 5).positions())
                    .containsExactly(brute.nearest(place, 5).positions());
        }
        assertThatThrownBy(() -> KdTree.of(rows, Metric.HAVERSINE)).hasMessageContaining("ball tree");
    }

    private static void assertTwins(NeighborIndex brute, NeighborIndex tree, SplittableRandom random) {
        for (int q = 0; q < 20; q++) {
            double[] row = random.doubles(3, -3, 3).toArray();
            int k = random.nextInt(1, 30);
            assertThat(tree.nearest(row, k).toString())
                    .isEqualTo(brute.nearest(row, k).toString());
            assertThat(tree.within(row, 1.5).toString())
                    .isEqualTo(brute.within(row, 1.5).toString());
            assertThat(tree.nearestTo(7 * q, k).toString())
                    .isEqualTo(brute.nearestTo(7 * q, k).toString());
        }
    }

    @Test
    void rows_that_are_all_the_same_come_in_their_order() {
        Matrix rows = Matrix.of(100, 2, new double[200]);
        NeighborIndex index = NeighborIndex.of(rows);
        assertThat(index.nearest(new double[2], 3).positions()).containsExactly(0, 1, 2);
        assertThat(index.nearestTo(1, 3).positions()).containsExactly(0, 2, 3);
        assertThat(index.within(new double[2], 0).size()).isEqualTo(100);
    }

    @Test
    void more_columns_than_boxes_can_bear_take_balls() {
        Matrix rows = Matrix.of(40, 20, new SplittableRandom(7).doubles(800).toArray());
        assertThat(NeighborIndex.of(rows)).isInstanceOf(BallTree.class);
        double[] row = rows.row(3);
        assertThat(NeighborIndex.of(rows).nearest(row, 9).positions())
                .containsExactly(
                        BruteForce.of(rows, Metric.EUCLIDEAN).nearest(row, 9).positions());
    }

    @Test
    void refuses_what_has_no_answer() {
        Matrix rows = Matrix.of(3, 2, new double[6]);
        NeighborIndex index = NeighborIndex.of(rows);
        assertThatThrownBy(() -> index.nearest(new double[2], 4)).hasMessageContaining("4 nearest of 3 rows");
        assertThatThrownBy(() -> index.nearestTo(0, 3)).hasMessageContaining("3 nearest of 2 other rows");
        assertThatThrownBy(() -> index.nearest(new double[3], 1)).hasMessageContaining("3 values: expected 2");
        assertThatThrownBy(() -> index.nearest(new double[] {0, Double.NaN}, 1)).hasMessageContaining("column 1");
        assertThatThrownBy(() -> index.within(new double[2], -1)).hasMessageContaining("radius");
        assertThatThrownBy(() -> new Metric.Minkowski(0.5)).hasMessageContaining("0.5");
        assertThatThrownBy(() -> NeighborIndex.of(rows, new Metric.Mahalanobis(Matrix.of(2, 2, new double[4]))))
                .hasMessageContaining("positive definite");
        assertThatThrownBy(() -> NeighborIndex.of(rows, new Metric.Mahalanobis(Matrix.identity(3))))
                .hasMessageContaining("rows of 2 values");
        assertThatThrownBy(() -> BallTree.of(Matrix.identity(3), Metric.HAVERSINE))
                .hasMessageContaining("latitude");
    }
}
