package org.industrialmind.foundations.outlier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.golden.Golden;
import org.junit.jupiter.api.Test;

class LocalOutlierFactorTest extends OutlierContract {
    @Override
    protected OutlierTrainer trainer() {
        return LocalOutlierFactor.defaults();
    }

    @Test
    void agrees_with_another_program() {
        Golden golden = Golden.read("nearest_neighbors");
        LocalOutlierFactor.Model model = new LocalOutlierFactor(7).fit(golden.matrix("x"), 0);
        assertThat(model.factors()).containsExactly(golden.vector("lof_train"), within(1e-7));
        double[] expected = golden.vector("lof_queries");
        for (int q = 0; q < expected.length; q++) {
            assertThat(model.score(golden.matrix("queries").row(q))).isCloseTo(expected[q], within(1e-7));
        }
    }

    @Test
    void rows_evenly_spaced_are_all_usual() {
        double[] circle = new double[2 * 40];
        for (int i = 0; i < 40; i++) {
            circle[2 * i] = Math.cos(2 * Math.PI * i / 40);
            circle[2 * i + 1] = Math.sin(2 * Math.PI * i / 40);
        }
        double[] ones = new double[40];
        Arrays.fill(ones, 1);
        assertThat(new LocalOutlierFactor(4).fit(Matrix.of(40, 2, circle), 0).factors())
                .containsExactly(ones, within(1e-9));
    }

    @Test
    void rows_that_are_all_the_same_are_usual_too() {
        LocalOutlierFactor.Model model = new LocalOutlierFactor(3).fit(Matrix.of(20, 2, new double[40]), 0);
        assertThat(model.score(new double[2])).isEqualTo(1);
        assertThat(model.score(new double[] {5, 5})).isGreaterThan(1);
        assertThatThrownBy(() -> new LocalOutlierFactor(20).fit(Matrix.of(20, 2, new double[40]), 0))
                .hasMessageContaining("more than the 20");
        assertThatThrownBy(() -> new LocalOutlierFactor(0)).hasMessageContaining("0 neighbours");
    }
}
