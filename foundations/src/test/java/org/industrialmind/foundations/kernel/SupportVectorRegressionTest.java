package org.industrialmind.foundations.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.industrialmind.foundations.golden.Golden;
import org.industrialmind.foundations.supervised.RegressorContract;
import org.industrialmind.foundations.supervised.RegressorTrainer;
import org.industrialmind.foundations.supervised.TargetRows;
import org.junit.jupiter.api.Test;

class SupportVectorRegressionTest extends RegressorContract {
    @Override
    protected RegressorTrainer trainer() {
        return SupportVectorRegression.defaults();
    }

    @Test
    void agrees_with_another_program() {
        Golden golden = Golden.read("support_vectors");
        SupportVectorRegression.Model model = new SupportVectorRegression(new Kernel.Rbf(0.4), 2, 0.15, 1e-10)
                .fit(TargetRows.of(golden.matrix("x"), golden.vector("y")), 0);
        assertThat(model.converged()).isTrue();
        assertThat(model.predict(golden.matrix("queries"))).containsExactly(golden.vector("svr"), within(1e-6));
        assertThat(model.objective()).isCloseTo(golden.value("svr_objective"), within(1e-7));
    }

    @Test
    void a_wide_margin_leans_on_no_row() {
        Golden golden = Golden.read("support_vectors");
        SupportVectorRegression.Model model = new SupportVectorRegression(Kernel.AUTOMATIC, 1, 100, 1e-3)
                .fit(TargetRows.of(golden.matrix("x"), golden.vector("y")), 0);
        assertThat(model.supportVectors()).isEmpty();
        assertThat(model.predict(new double[3])).isFinite();
        assertThatThrownBy(() -> new SupportVectorRegression(Kernel.AUTOMATIC, 1, -1, 1))
                .hasMessageContaining("-1.0");
    }
}
