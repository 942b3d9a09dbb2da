package org.industrialmind.foundations.decomposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.golden.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrincipalComponentsTest {
    private static final Golden GOLDEN = Golden.read("decomposition");

    @Test
    void finds_what_another_program_finds_up_to_signs() {
        Matrix x = GOLDEN.matrix("x");
        PrincipalComponentsModel model = PrincipalComponents.of(3).fit(x);
        assertThat(model.variances()).containsExactly(GOLDEN.vector("pca_variance"), within(1e-11));
        assertThat(model.explained()).containsExactly(GOLDEN.vector("pca_share"), within(1e-12));
        assertSame(model.axes().transposed(), GOLDEN.matrix("pca_axes").transposed());
        assertSame(model.transform(x), GOLDEN.matrix("pca_transformed"));
        assertThat(model.inverse(model.transform(x)).toArray())
                .containsExactly(GOLDEN.vector("pca_inverse"), within(1e-11));
        PrincipalComponentsModel white = new PrincipalComponents(3, true).fit(x);
        assertSame(white.transform(x), GOLDEN.matrix("pca_white"));
        assertThat(white.inverse(white.transform(x)).toArray())
                .containsExactly(GOLDEN.vector("pca_inverse"), within(1e-11));
    }

    /** Columns must be the same but for their signs. */
    static void assertSame(Matrix actual, Matrix expected) {
        for (int c = 0; c < expected.columns(); c++) {
            double sign = 0;
            for (int r = 0; r < expected.rows(); r++) {
                sign += actual.get(r, c) * expected.get(r, c);
            }
            for (int r = 0; r < expected.rows(); r++) {
                assertThat(Math.signum(sign) * actual.get(r, c)).isCloseTo(expected.get(r, c), within(1e-8));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void all_components_lose_nothing_and_coordinates_are_uncorrelated(long seed) {
        Matrix rows = random(50, 6, seed);
        PrincipalComponentsModel model = PrincipalComponents.of(6).fit(rows);
        Matrix there = model.transform(rows);
        assertThat(model.inverse(there).toArray()).containsExactly(rows.toArray(), within(1e-12));
        Matrix products = there.transposedTimes(there);
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < 6; j++) {
                double expected = i == j ? model.variances()[i] * 49 : 0;
                assertThat(products.get(i, j)).isCloseTo(expected, within(1e-10));
            }
        }
        assertThat(Arrays.stream(model.explained()).sum()).isCloseTo(1, within(1e-12));
        assertThat(model.mean()).containsExactly(rows.columnMeans());
    }

    static Matrix random(int rows, int columns, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[rows * columns];
        Arrays.setAll(values, i -> random.nextGaussian());
        return Matrix.of(rows, columns, values);
    }

    @Test
    void rows_on_a_line_need_one_component() {
        double[] values = new double[20];
        Arrays.setAll(values, i -> (i / 2) * (i % 2 == 0 ? 3 : 4));
        PrincipalComponentsModel model = PrincipalComponents.of(2).fit(Matrix.of(10, 2, values));
        assertThat(model.axes().row(0)).containsExactly(new double[] {0.6, 0.8}, within(1e-12));
        assertThat(model.explained()).containsExactly(new double[] {1, 0}, within(1e-12));
        Matrix white =
                new PrincipalComponents(2, true).fit(Matrix.of(10, 2, values)).transform(Matrix.of(10, 2, values));
        assertThat(white.column(1)).containsExactly(new double[10], within(1e-9)); // not blown up by whitening
    }

    @Test
    void rows_that_do_not_differ_explain_nothing_and_odd_shapes_are_refused() {
        PrincipalComponentsModel model = PrincipalComponents.of(1).fit(Matrix.of(3, 2, new double[6]));
        assertThat(model.explained()).containsExactly(0);
        assertThatThrownBy(() -> PrincipalComponents.of(3).fit(Matrix.identity(2)))
                .hasMessageContaining("at most 2");
        assertThatThrownBy(() -> PrincipalComponents.of(1).fit(Matrix.identity(1)))
                .hasMessageContaining("1 row");
        assertThatThrownBy(() -> PrincipalComponents.of(0)).hasMessageContaining("components is 0");
        assertThatThrownBy(() -> model.transform(Matrix.identity(3))).hasMessageContaining("3 values: expected 2");
        assertThatThrownBy(() -> model.inverse(Matrix.identity(3))).hasMessageContaining("expected 1");
    }
}
