package org.industrialmind.foundations.outlier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.industrialmind.foundations.algebra.Matrix;
import org.junit.jupiter.api.Test;

class EmpiricalTailsTest extends OutlierContract {
    @Override
    protected OutlierTrainer trainer() {
        return EmpiricalTails.defaults();
    }

    @Test
    void adds_the_logarithms_of_tails() {
        OutlierModel model = new EmpiricalTails().fit(Matrix.of(4, 1, new double[] {1, 2, 3, 10}), 0);
        // beyond all four: only the row itself of five; at the left end: one and itself of five
        assertThat(model.score(new double[] {11})).isCloseTo(Math.log(5), within(1e-12));
        assertThat(model.score(new double[] {1})).isCloseTo(Math.log(5 / 2.0), within(1e-12));
    }
}
