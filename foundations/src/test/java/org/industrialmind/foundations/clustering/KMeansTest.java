package org.industrialmind.foundations.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.golden.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KMeansTest {
    private static final Golden GOLDEN = Golden.read("clustering");

    @ParameterizedTest
    @ValueSource(ints = {3, 6, 9})
    void from_the_same_start_ends_where_another_program_ends(int clusters) {
        Matrix x = GOLDEN.matrix("x");
        Matrix first = Matrix.of(clusters, 3, Arrays.copyOf(x.toArray(), 3 * clusters));
        KMeansModel model = new KMeans(clusters, 1, 500, 0).fitFrom(x, first);
        assertThat(model.inertia()).isCloseTo(GOLDEN.value("kmeans_" + clusters), within(1e-9));
        assertThat(model.labels()).containsExactly(GOLDEN.integers("kmeans_labels_" + clusters));
        assertThat(model.centres().toArray())
                .containsExactly(GOLDEN.vector("kmeans_centres_" + clusters), within(1e-11));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void many_starts_find_clouds_that_lie_apart(long seed) {
        Blobs blobs = Blobs.of(5, 60, 3, 14, seed);
        KMeansModel model = KMeans.of(5).fit(blobs.rows(), seed);
        assertThat(Blobs.renamed(model.labels())).containsExactly(Blobs.renamed(blobs.labels()));
        assertThat(model.sizes()).containsOnly(60);
        assertThat(KMeans.of(5).fit(blobs.rows(), seed).inertia()).isEqualTo(model.inertia());
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void centres_are_means_and_rows_are_with_the_nearest(long seed) {
        Matrix rows = Blobs.of(4, 500, 5, 3, seed).rows(); // more than one block
        KMeansModel model = new KMeans(7, 2, 300, 0).fit(rows, seed);
        double[][] sums = new double[7][5];
        double inertia = 0;
        int[] labels = model.labels();
        int[] sizes = model.sizes();
        assertThat(IntStream.range(0, rows.rows())
                        .map(r -> model.nearest(rows.row(r)))
                        .toArray())
                .containsExactly(labels);
        for (int r = 0; r < rows.rows(); r++) {
            int label = labels[r];
            for (int c = 0; c < 5; c++) {
                sums[label][c] += rows.get(r, c) / sizes[label];
                inertia += Math.pow(rows.get(r, c) - model.centres().get(label, c), 2);
            }
        }
        assertThat(model.inertia()).isCloseTo(inertia, within(1e-8));
        for (int k = 0; k < 7; k++) {
            assertThat(model.centres().row(k)).containsExactly(sums[k], within(1e-10));
        }
    }

    @Test
    void a_move_of_all_rows_moves_the_centres_only() {
        Blobs blobs = Blobs.of(3, 50, 2, 10, 7);
        Matrix far = blobs.rows().plus(Matrix.of(150, 2, filled(300, 1e7)));
        KMeansModel here = KMeans.of(3).fit(blobs.rows(), 1);
        KMeansModel there = KMeans.of(3).fit(far, 1);
        assertThat(there.inertia()).isCloseTo(here.inertia(), within(1e-4));
        assertThat(Blobs.renamed(there.labels())).containsExactly(Blobs.renamed(here.labels()));
    }

    @Test
    void a_centre_that_nobody_is_near_takes_over_the_farthest_row() {
        Matrix rows = Matrix.of(4, 1, new double[] {0, 1, 10, 30});
        KMeansModel model = new KMeans(3, 1, 50, 0).fitFrom(rows, Matrix.of(3, 1, new double[] {0, 8, 1000}));
        assertThat(model.sizes()).containsExactly(2, 1, 1);
        assertThat(model.inertia()).isEqualTo(0.5);
    }

    @Test
    void equal_rows_make_one_cluster_and_as_many_as_rows_cost_nothing() {
        assertThat(KMeans.of(3).fit(Matrix.of(9, 2, filled(18, 4)), 1).inertia())
                .isZero();
        Matrix rows = Blobs.of(1, 8, 2, 0, 3).rows();
        assertThat(KMeans.of(8).fit(rows, 2).inertia()).isCloseTo(0, within(1e-12));
        assertThat(KMeans.of(1).fit(rows, 2).centres().row(0)).containsExactly(rows.columnMeans(), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void batches_come_near_the_inertia_of_all_rows(long seed) {
        Matrix rows = Blobs.of(4, 800, 3, 8, seed).rows();
        double whole = KMeans.of(4).fit(rows, seed).inertia();
        KMeansModel model = MiniBatchKMeans.of(4).fit(rows, seed);
        assertThat(model.inertia()).isBetween(whole - 1e-6, 1.03 * whole);
    }

    @Test
    void refuses_what_has_no_answer() {
        Matrix rows = Matrix.of(2, 1, new double[] {1, 2});
        assertThatThrownBy(() -> KMeans.of(3).fit(rows, 1)).hasMessageContaining("2 rows cannot fill 3 clusters");
        assertThatThrownBy(() -> KMeans.of(0)).hasMessageContaining("clusters is 0");
        assertThatThrownBy(() -> new KMeans(1, 1, 1, Double.NaN)).hasMessageContaining("tolerance is NaN");
        assertThatThrownBy(() -> KMeans.of(2).fit(Matrix.of(2, 1, new double[] {1, Double.NaN}), 1))
                .hasMessageContaining("row 1");
        assertThatThrownBy(() -> KMeans.of(2).fitFrom(rows, Matrix.identity(2))).hasMessageContaining("2 x 1");
        assertThatThrownBy(() -> KMeans.of(1).fit(rows, 1).nearest(new double[2]))
                .hasMessageContaining("expected 1");
    }

    private static double[] filled(int size, double value) {
        double[] values = new double[size];
        Arrays.fill(values, value);
        return values;
    }
}
