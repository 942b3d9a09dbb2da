package org.industrialmind.recipes.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.industrialmind.foundations.algebra.Matrix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberOfGroupsTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void one_bell_is_one_by_bic_and_never_by_silhouette(long seed) {
        NumberOfGroups number = NumberOfGroups.upTo(4, bells(1, seed), seed);
        assertThat(number.byBic()).isEqualTo(1);
        assertThat(number.bySilhouette()).isGreaterThan(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void bells_far_apart_are_counted_by_both(long seed) {
        NumberOfGroups number = NumberOfGroups.upTo(5, bells(3, seed), seed);
        assertThat(number.byBic()).isEqualTo(3);
        assertThat(number.bySilhouette()).isEqualTo(3);
        assertThat(number.mixture(3, bells(3, seed), seed).clusters()).isEqualTo(3);
    }

    /** Draws 200 rows of two columns; bells stand on a line, 12 deviations apart. */
    private static Matrix bells(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] rows = new double[200][];
        for (int r = 0; r < rows.length; r++) {
            rows[r] = new double[] {12 * (r % count) + random.nextGaussian(), random.nextGaussian()};
        }
        return Matrix.ofRows(rows);
    }
}
