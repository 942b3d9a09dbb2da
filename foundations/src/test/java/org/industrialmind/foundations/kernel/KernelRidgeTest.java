package org.industrialmind.foundations.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.golden.Golden;
import org.industrialmind.foundations.linear.Ridge;
import org.industrialmind.foundations.supervised.RegressorContract;
import org.industrialmind.foundations.supervised.RegressorTrainer;
import org.industrialmind.foundations.supervised.SyntheticRows;
import org.industrialmind.foundations.supervised.TargetRows;
import org.junit.jupiter.api.Test;

class KernelRidgeTest extends RegressorContract {
    @Override
    protected RegressorTrainer trainer() {
        return KernelRidge.defaults();
    }

    @Test
    void agrees_with_another_program() {
        Golden golden = Golden.read("support_vectors");
        assertThat(new KernelRidge(new Kernel.Rbf(0.4), 0.5)
                        .fit(TargetRows.of(golden.matrix("x"), golden.vector("y")), 0)
                        .predict(golden.matrix("queries")))
                .containsExactly(golden.vector("kernel_ridge"), within(1e-9));
    }

    @Test
    void by_the_linear_kernel_it_is_ridge_on_centred_columns() {
        TargetRows plane = SyntheticRows.plane(40, 3, 1, 3);
        double[] values = plane.rows().toArray();
        double[] mirrored = new double[2 * values.length]; // each row and its opposite: every column has mean 0
        double[] targets = new double[80];
        for (int i = 0; i < values.length; i++) {
            mirrored[i] = values[i];
            mirrored[values.length + i] = -values[i];
        }
        for (int r = 0; r < 80; r++) {
            targets[r] = plane.target(r % 40);
        }
        TargetRows rows = TargetRows.of(Matrix.of(80, 3, mirrored), targets);
        double[] row = {0.3, -1, 2};
        assertThat(new KernelRidge(new Kernel.Linear(), 2).fit(rows, 0).predict(row))
                .isCloseTo(new Ridge(2).fit(rows, 0).predict(row), within(1e-10));
        assertThatThrownBy(() -> new KernelRidge(Kernel.AUTOMATIC, 0)).hasMessageContaining("penalty 0.0");
    }
}
