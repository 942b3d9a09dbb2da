package org.industrialmind.foundations.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.golden.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clusters against the truth, and by their shape alone. */
class ClusterMetricsTest {
    private static final Golden GOLDEN = Golden.read("rankings");

    @Test
    void agreement_is_that_of_another_program() {
        ClusterAgreement a = ClusterAgreement.of(GOLDEN.integers("classes"), GOLDEN.integers("clusters"));
        double[] actual = {
            a.adjustedRand(),
            a.mutualInformation(),
            a.normalisedInformation(),
            a.adjustedInformation(),
            a.homogeneity(),
            a.completeness()
        };
        assertThat(actual).containsExactly(GOLDEN.vector("agreement"), within(1e-12));
        assertThat(a.v())
                .isCloseTo(
                        2 * a.homogeneity() * a.completeness() / (a.homogeneity() + a.completeness()), within(1e-14));
    }

    @Test
    void names_do_not_matter() {
        ClusterAgreement same = ClusterAgreement.of(new int[] {0, 0, 1, 2}, new int[] {7, 7, -1, 3});
        assertThat(same.adjustedRand()).isEqualTo(1);
        assertThat(same.adjustedInformation()).isEqualTo(1);
        assertThat(same.mutualInformation()).isCloseTo(1.5 * Math.log(2), within(1e-15));
    }

    @Test
    void one_cluster_is_complete_and_knows_nothing() {
        ClusterAgreement one = ClusterAgreement.of(new int[] {0, 0, 1, 1}, new int[4]);
        assertThat(one.completeness()).isEqualTo(1);
        assertThat(one.homogeneity()).isZero();
        assertThat(one.v()).isZero();
        assertThat(one.adjustedRand()).isZero();
        assertThat(one.adjustedInformation()).isCloseTo(0, within(1e-14));
        assertThat(ClusterAgreement.of(new int[3], new int[3]).adjustedRand()).isEqualTo(1);
        ClusterAgreement alone = ClusterAgreement.of(new int[] {1, 2, 3}, new int[] {3, 2, 1});
        assertThat(alone.adjustedInformation()).isEqualTo(1);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void chance_is_adjusted_away(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double rand = 0;
        double information = 0;
        for (int i = 0; i < 100; i++) {
            int[] classes = random.ints(60, 0, 4).toArray();
            int[] clusters = random.ints(60, 0, 9).toArray();
            ClusterAgreement agreement = ClusterAgreement.of(classes, clusters);
            rand += agreement.adjustedRand() / 100;
            information += agreement.adjustedInformation() / 100;
        }
        assertThat(rand).isCloseTo(0, within(0.015));
        assertThat(information).isCloseTo(0, within(0.02));
    }

    @Test
    void shape_is_that_of_another_program() {
        ClusterShape shape = ClusterShape.of(GOLDEN.matrix("rows"), GOLDEN.integers("clusters"));
        double[] actual = {shape.silhouette(), shape.daviesBouldin(), shape.calinskiHarabasz()};
        assertThat(actual).containsExactly(GOLDEN.vector("shape"), within(1e-12));
        assertThat(shape.silhouettes()).containsExactly(GOLDEN.vector("silhouettes"), within(1e-13));
    }

    @Test
    void points_apart_are_perfect() {
        Matrix rows = Matrix.ofRows(new double[] {0}, new double[] {0}, new double[] {5});
        ClusterShape shape = ClusterShape.of(rows, new int[] {1, 1, 2});
        assertThat(shape.silhouettes()).containsExactly(1, 1, 0); // alone counts as 0
        assertThat(shape.daviesBouldin()).isZero();
        assertThat(shape.calinskiHarabasz()).isInfinite();
    }

    @Test
    void refuse_what_has_no_shape() {
        Matrix rows = Matrix.ofRows(new double[] {0}, new double[] {1}, new double[] {5});
        assertThatThrownBy(() -> ClusterShape.of(rows, new int[3])).hasMessageContaining("1 clusters of 3 rows");
        assertThatThrownBy(() -> ClusterShape.of(rows, new int[] {1, 2, 3})).hasMessageContaining("3 clusters of 3");
        assertThatThrownBy(() -> ClusterAgreement.of(new int[1], new int[2]))
                .hasMessageContaining("2 clusters and 1 classes");
    }
}
