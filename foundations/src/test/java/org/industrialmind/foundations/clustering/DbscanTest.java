package org.industrialmind.foundations.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.golden.Golden;
import org.industrialmind.foundations.neighbors.Metric;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DbscanTest {
    private static final Golden GOLDEN = Golden.read("clustering");

    @ParameterizedTest
    @CsvSource({"1.0, 5", "1.5, 4", "1.5, 10"})
    void labels_every_row_as_another_program_does(double radius, int neighbors) {
        DensityClustering found = new Dbscan(radius, neighbors, Metric.EUCLIDEAN).fit(GOLDEN.matrix("x"), 1);
        assertThat(found.labels()).containsExactly(GOLDEN.integers("dbscan_" + radius + "_" + neighbors));
        int[] cores = GOLDEN.integers("dbscan_cores_" + radius + "_" + neighbors);
        for (int r = 0; r < cores.length; r++) {
            assertThat(found.isCore(r)).isEqualTo(cores[r] == 1);
        }
    }

    @Test
    void a_ring_around_a_cloud_is_a_cluster_of_its_own() {
        double[] values = new double[400];
        for (int r = 0; r < 200; r++) {
            double angle = r * Math.PI / 50;
            double distance = r < 100 ? 10 : 0.01 * (r - 100);
            values[2 * r] = distance * Math.cos(angle);
            values[2 * r + 1] = distance * Math.sin(angle);
        }
        DensityClustering found = Dbscan.of(2).fit(Matrix.of(200, 2, values));
        assertThat(found.sizes()).containsExactly(100, 100);
    }

    @Test
    void lonely_rows_are_noise_and_equal_rows_a_cluster() {
        DensityClustering lonely = Dbscan.of(0.1).fit(Matrix.of(4, 1, new double[] {0, 1, 2, 3}));
        assertThat(lonely.labels()).containsOnly(Clustering.NOISE);
        assertThat(lonely.clusters()).isZero();
        assertThat(Dbscan.of(0.1).fit(Matrix.of(5, 1, new double[5])).labels()).containsOnly(0);
        assertThatThrownBy(() -> Dbscan.of(0)).hasMessageContaining("radius is 0.0");
    }
}
