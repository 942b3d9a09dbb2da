package org.industrialmind.foundations.outlier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.industrialmind.foundations.algebra.CholeskyDecomposition;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.golden.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MinimumCovarianceDeterminantTest extends OutlierContract {
    @Override
    protected OutlierTrainer trainer() {
        return MinimumCovarianceDeterminant.defaults();
    }

    @Test
    void finds_a_determinant_no_greater_than_another_program_does() {
        Golden golden = Golden.read("robust_covariance");
        Matrix rows = golden.matrix("x");
        int[] support = golden.integers("support");
        int[] theirs = IntStream.range(0, 60).filter(r -> support[r] == 1).toArray();
        Ellipse of = Ellipse.of(rows.toArray(), 3, theirs, theirs.length, theirs.length)
                .orElseThrow();
        assertThat(of.logDeterminant).isCloseTo(golden.value("log_determinant"), within(1e-9));
        assertThat(of.centre).containsExactly(golden.vector("location"), within(1e-9));
        assertThat(of.covariance).containsExactly(golden.vector("covariance"), within(1e-9));
        assertThat(MinimumCovarianceDeterminant.defaults().trusted(60, 3)).isEqualTo(theirs.length);
        // theirs makes thirty starts a call and ends, in the best of some hundred calls, 0.007 above
        assertThat(MinimumCovarianceDeterminant.defaults().fit(rows, 1).logDeterminant())
                .isLessThanOrEqualTo(of.logDeterminant + 1e-12);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void finds_the_least_determinant_of_all_subsets(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = random.doubles(20, -1, 1).toArray();
        MinimumCovarianceDeterminant trainer = MinimumCovarianceDeterminant.defaults();
        int h = trainer.trusted(10, 2);
        double least = Double.POSITIVE_INFINITY;
        for (int mask = 0; mask < 1024; mask++) {
            if (Integer.bitCount(mask) == h) {
                int[] positions = new int[h];
                for (int r = 0, i = 0; r < 10; r++) {
                    if ((mask >> r & 1) == 1) {
                        positions[i++] = r;
                    }
                }
                least = Math.min(least, Ellipse.of(values, 2, positions, h, h).orElseThrow().logDeterminant);
            }
        }
        assertThat(trainer.fit(Matrix.of(10, 2, values), seed).logDeterminant()).isCloseTo(least, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void four_rows_in_ten_gone_astray_move_nothing(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[3 * 2000];
        for (int r = 0; r < 2000; r++) {
            for (int c = 0; c < 3; c++) {
                values[3 * r + c] = random.nextGaussian() * (c + 1) + (r < 800 ? 50 : 0);
            }
        }
        MinimumCovarianceDeterminant.Model model =
                MinimumCovarianceDeterminant.defaults().fit(Matrix.of(2000, 3, values), seed);
        assertThat(model.centre()).containsExactly(new double[3], within(0.3));
        for (int c = 0; c < 3; c++) {
            assertThat(Math.sqrt(model.covariance().get(c, c))).isCloseTo(c + 1, within(0.15 * (c + 1)));
        }
        assertThat(Arrays.stream(model.usual()).min().orElseThrow()).isGreaterThanOrEqualTo(800);
        assertThat(model.score(new double[] {50, 50, 50})).isGreaterThan(model.limit());
    }

    @Test
    void corrections_make_the_variance_of_normal_rows_right_on_average() {
        SplittableRandom random = new SplittableRandom(7);
        double roots = 0;
        for (int i = 0; i < 60; i++) {
            double[] values = new double[2 * 100];
            for (int j = 0; j < values.length; j++) {
                values[j] = random.nextGaussian();
            }
            Matrix covariance = new MinimumCovarianceDeterminant(0.5, 50)
                    .fit(Matrix.of(100, 2, values), i)
                    .covariance();
            roots += Math.exp(CholeskyDecomposition.of(covariance).logDeterminant() / 2) / 60;
        }
        assertThat(roots).isBetween(0.85, 1.15);
    }

    @Test
    void with_all_rows_trusted_it_is_the_covariance() {
        double[] values = new SplittableRandom(8).doubles(80).toArray();
        MinimumCovarianceDeterminant.Model model =
                new MinimumCovarianceDeterminant(1, 5).fit(Matrix.of(40, 2, values), 0);
        double mean = 0;
        for (int r = 0; r < 40; r++) {
            mean += values[2 * r] / 40;
        }
        assertThat(model.rawCentre()[0]).isCloseTo(mean, within(1e-12));
        assertThat(Correction.raw(3, 100, 1)).isEqualTo(1);
    }

    @Test
    void rows_in_a_plane_and_rows_too_few_are_refused() {
        double[] values = new double[3 * 40];
        SplittableRandom random = new SplittableRandom(9);
        for (int r = 0; r < 40; r++) {
            values[3 * r] = random.nextDouble();
            values[3 * r + 1] = random.nextDouble();
            values[3 * r + 2] = values[3 * r] + values[3 * r + 1];
        }
        assertThatThrownBy(() -> MinimumCovarianceDeterminant.defaults().fit(Matrix.of(40, 3, values), 0))
                .hasMessageContaining("lie in a plane");
        assertThatThrownBy(() -> MinimumCovarianceDeterminant.defaults().fit(Matrix.identity(3), 0))
                .hasMessageContaining("more than 6 rows");
        assertThatThrownBy(() -> new MinimumCovarianceDeterminant(0.3, 1)).hasMessageContaining("support 0.3");
    }
}
