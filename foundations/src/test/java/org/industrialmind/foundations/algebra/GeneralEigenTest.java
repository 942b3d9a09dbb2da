package org.industrialmind.foundations.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeneralEigenTest {
    @Test
    void of_a_rotation_are_a_pair_on_the_unit_circle() {
        double c = Math.cos(0.3);
        double s = Math.sin(0.3);
        GeneralEigen found = GeneralEigen.of(Matrix.ofRows(new double[] {c, -s}, new double[] {s, c}));
        assertThat(found.real()).containsExactly(new double[] {c, c}, within(1e-15));
        assertThat(found.imaginary()).containsExactly(new double[] {s, -s}, within(1e-15));
        assertThat(found.spectralRadius()).isCloseTo(1, within(1e-15));
    }

    @ParameterizedTest(name = "n = {0}")
    @ValueSource(ints = {3, 4, 7, 16})
    void of_a_cyclic_permutation_are_the_roots_of_one(int n) { // a matrix that is its own QR step
        double[] values = new double[n * n];
        for (int i = 0; i < n; i++) {
            values[i * n + (i + 1) % n] = 1;
        }
        Matrix cycle = Matrix.of(n, n, values);
        GeneralEigen found = GeneralEigen.of(cycle);
        for (int j = 0; j < n; j++) {
            double angle = n * Math.atan2(found.imaginary()[j], found.real()[j]) / (2 * Math.PI);
            assertThat(angle).isCloseTo(Math.rint(angle), within(1e-13 * n));
            assertThat(Math.hypot(found.real()[j], found.imaginary()[j])).isCloseTo(1, within(1e-13));
        }
        assertIsEigen(cycle, found, 1e-13);
    }

    @Test
    void of_a_companion_matrix_are_the_roots_of_its_polynomial() {
        // (x - 1)(x - 2)(x - 3)(x - 4) = x^4 - 10 x^3 + 35 x^2 - 50 x + 24
        Matrix companion = Matrix.ofRows(
                new double[] {10, -35, 50, -24}, new double[] {1, 0, 0, 0}, new double[] {0, 1, 0, 0}, new double[] {
                    0, 0, 1, 0
                });
        GeneralEigen found = GeneralEigen.of(companion);
        assertThat(found.real()).containsExactly(new double[] {4, 3, 2, 1}, within(1e-11));
        assertThat(found.imaginary()).containsOnly(0);
    }

    @ParameterizedTest(name = "{0} x {0}, seed {1}")
    @CsvSource({"1,1", "2,2", "3,3", "4,4", "5,5", "10,6", "25,7", "60,8", "11,9", "12,10"})
    void satisfy_their_equation_and_sum_to_the_trace(int n, long seed) {
        Matrix a = Matrix.of(n, n, new Random(seed).doubles((long) n * n, -1, 1).toArray());
        GeneralEigen found = GeneralEigen.of(a);
        assertIsEigen(a, found, 1e-12);
        double trace = 0;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            trace += a.get(i, i);
            sum += found.real()[i];
        }
        assertThat(sum).isCloseTo(trace, within(1e-12));
    }

    @Test
    void of_a_defective_matrix_repeat_their_vector() {
        Matrix jordan = Matrix.ofRows(new double[] {2, 1, 0}, new double[] {0, 2, 1}, new double[] {0, 0, 2});
        GeneralEigen found = GeneralEigen.of(jordan);
        assertThat(found.real()).containsExactly(2, 2, 2);
        assertIsEigen(jordan, found, 1e-14);
    }

    @ParameterizedTest(name = "scale {0}")
    @ValueSource(doubles = {1e-300, 1e300})
    void neither_overflow_nor_vanish(double scale) {
        Matrix plain = Matrix.ofRows(new double[] {1, 2, 0}, new double[] {-3, 1, 1}, new double[] {0, 1, 4});
        double[] expected = GeneralEigen.of(plain).real();
        double[] found = GeneralEigen.of(plain.scaled(scale)).real();
        for (int i = 0; i < 3; i++) {
            assertThat(found[i] / scale).isCloseTo(expected[i], within(1e-13));
        }
    }

    @Test
    void of_zero_are_zero() {
        GeneralEigen found = GeneralEigen.of(Matrix.of(3, 3, new double[9]));
        assertThat(found.real()).containsOnly(0);
        assertIsEigen(Matrix.of(3, 3, new double[9]), found, 1e-300);
    }

    @Test
    void refuse_what_is_not_square() {
        assertThatThrownBy(() -> GeneralEigen.of(Matrix.of(2, 3, new double[6])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not square");
    }

    /** A (x + iy) = (re + i im)(x + iy), and the vector has unit length. */
    private static void assertIsEigen(Matrix a, GeneralEigen found, double tolerance) {
        for (int j = 0; j < a.rows(); j++) {
            double[] x = found.realVectors().column(j);
            double[] y = found.imaginaryVectors().column(j);
            double[] ax = a.times(x);
            double[] ay = a.times(y);
            double re = found.real()[j];
            double im = found.imaginary()[j];
            for (int r = 0; r < x.length; r++) {
                assertThat(ax[r]).isCloseTo(re * x[r] - im * y[r], within(tolerance));
                assertThat(ay[r]).isCloseTo(re * y[r] + im * x[r], within(tolerance));
            }
            assertThat(Vectors.dot(x, x) + Vectors.dot(y, y)).isCloseTo(1, within(1e-13));
        }
    }
}
