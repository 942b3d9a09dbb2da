package org.industrialmind.foundations.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.golden.Golden;
import org.industrialmind.foundations.outlier.OutlierContract;
import org.industrialmind.foundations.outlier.OutlierTrainer;
import org.junit.jupiter.api.Test;

class OneClassSupportVectorsTest extends OutlierContract {
    @Override
    protected OutlierTrainer trainer() {
        return OneClassSupportVectors.defaults();
    }

    @Test
    void agrees_with_another_program() {
        Golden golden = Golden.read("support_vectors");
        OneClassSupportVectors.Model model =
                new OneClassSupportVectors(new Kernel.Rbf(0.4), 0.2, 1e-10).fit(golden.matrix("x"), 0);
        Matrix queries = golden.matrix("queries");
        double[] expected = golden.vector("one_class");
        for (int q = 0; q < expected.length; q++) {
            assertThat(model.score(queries.row(q))).isCloseTo(-expected[q], within(1e-6));
        }
        assertThat(model.objective()).isPositive();
    }

    @Test
    void the_share_bounds_the_rows_outside_and_the_rows_leaned_on() {
        Matrix rows = Golden.read("support_vectors").matrix("x");
        OneClassSupportVectors.Model model = OneClassSupportVectors.defaults().fit(rows, 0);
        int outside = 0;
        for (int r = 0; r < 90; r++) {
            outside += model.score(rows.row(r)) > 1e-3 ? 1 : 0;
        }
        assertThat(outside).isLessThanOrEqualTo(9);
        assertThat(model.supportVectors()).isGreaterThanOrEqualTo(9);
        assertThatThrownBy(() -> new OneClassSupportVectors(Kernel.AUTOMATIC, 0, 1))
                .hasMessageContaining("0.0");
    }
}
