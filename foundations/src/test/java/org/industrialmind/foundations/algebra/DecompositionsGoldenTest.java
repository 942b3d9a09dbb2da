package org.industrialmind.foundations.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.industrialmind.foundations.golden.Golden;
import org.junit.jupiter.api.Test;

/** Every decomposition against LAPACK's. */
class DecompositionsGoldenTest {
    private static final Offset<Double> ROUNDING = within(1e-12);
    private final Golden golden = Golden.read("algebra");
    private final Matrix square = golden.matrix("square");
    private final Matrix tall = golden.matrix("tall");

    @Test
    void elimination() {
        LuDecomposition found = LuDecomposition.of(square);
        assertThat(found.l().toArray()).containsExactly(golden.vector("lu_l"), ROUNDING);
        assertThat(found.u().toArray()).containsExactly(golden.vector("lu_u"), ROUNDING);
        assertThat(found.determinant()).isCloseTo(golden.value("determinant"), within(1e-10));
        assertThat(found.inverse().toArray()).containsExactly(golden.vector("inverse"), within(1e-11));
    }

    @Test
    void eigenvalues() {
        GeneralEigen found = GeneralEigen.of(square);
        assertThat(found.real()).containsExactly(golden.vector("eigen_real"), ROUNDING);
        assertThat(found.imaginary()).containsExactly(golden.vector("eigen_imaginary"), ROUNDING);
    }

    @Test
    void square_root_of_a_definite_matrix() {
        Matrix spd = square.timesTransposed(square).plus(Matrix.identity(7).scaled(0.1));
        assertThat(CholeskyDecomposition.of(spd).l().toArray()).containsExactly(golden.vector("cholesky"), ROUNDING);
    }

    @Test
    void least_squares() {
        LeastSquares found = LeastSquares.solve(tall, golden.vector("target"));
        assertThat(found.solution()).containsExactly(golden.vector("least_squares"), ROUNDING);
        assertThat(found.residualSumOfSquares()).isCloseTo(golden.value("residual"), ROUNDING);
        double[] r = QrDecomposition.of(tall).r().toArray();
        assertThat(Arrays.stream(r).map(Math::abs).toArray()).containsExactly(golden.vector("qr_r"), ROUNDING);
    }

    @Test
    void singular_values_and_what_is_read_off_them() {
        SingularValues found = SingularValues.of(tall);
        assertThat(found.s()).containsExactly(golden.vector("singular_values"), ROUNDING);
        assertThat(found.condition()).isCloseTo(golden.value("condition"), ROUNDING);
        assertThat(PseudoInverse.of(tall).toArray()).containsExactly(golden.vector("pseudo_inverse"), ROUNDING);
    }

    @Test
    void a_matrix_of_rank_three() {
        Matrix deficient = golden.matrix("deficient");
        PivotedQr found = PivotedQr.of(deficient);
        assertThat(found.rank()).isEqualTo(3);
        assertThat(Arrays.copyOf(found.permutation(), 3)).containsExactly(golden.integers("pivoted_first"));
        double[] diagonal = golden.vector("pivoted_diagonal");
        for (int i = 0; i < 3; i++) {
            assertThat(Math.abs(found.r().get(i, i))).isCloseTo(diagonal[i], ROUNDING);
        }
        assertThat(PseudoInverse.of(deficient).toArray())
                .containsExactly(golden.vector("deficient_pseudo_inverse"), ROUNDING);
    }
}
