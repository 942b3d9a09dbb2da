package org.industrialmind.foundations.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.industrialmind.foundations.golden.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DerivativeFreeTest {
    private static final Golden GOLDEN = Golden.read("optimize");

    @Test
    void a_simplex_agrees_with_scipy() {
        Minimum styblinski = NelderMead.defaults().minimize(Landscapes::styblinski, new double[] {-1, -1, -1});
        assertThat(styblinski.point()).containsExactly(GOLDEN.vector("styblinski_point"), within(1e-6));
        assertThat(styblinski.converged()).isTrue();
        Minimum beale = NelderMead.defaults().minimize(Landscapes::beale, new double[] {1, 1});
        assertThat(beale.point()).containsExactly(GOLDEN.vector("beale_point"), within(1e-6));
    }

    @Test
    void a_simplex_finds_a_corner_and_keeps_to_the_domain() {
        // |x - 2| + |y| for x > 1, nowhere else
        Minimum minimum = NelderMead.defaults()
                .minimize(x -> x[0] > 1 ? Math.abs(x[0] - 2) + Math.abs(x[1]) : Double.NaN, new double[] {1.1, 3});
        assertThat(minimum.point()).containsExactly(new double[] {2, 0}, within(1e-6));
    }

    @Test
    void a_simplex_says_when_the_values_run_out() {
        Minimum minimum = new NelderMead(1e-8, 1e-8, 20).minimize(Landscapes::beale, new double[] {1, 1});
        assertThat(minimum.ending()).isEqualTo(Minimum.Ending.EXHAUSTED);
        assertThatThrownBy(() -> NelderMead.defaults().minimize(x -> Double.NaN, new double[] {1, 1}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void brent_agrees_with_scipy() {
        Minimum minimum = Brent.defaults().minimize(x -> Math.sin(x) + Math.sin(10 * x / 3), 4.5, 6.5);
        assertThat(minimum.point()[0]).isCloseTo(GOLDEN.value("sines_point"), within(1e-6));
        assertThat(minimum.value()).isCloseTo(GOLDEN.value("sines_value"), within(1e-12));
        assertThat(minimum.evaluations()).isLessThan(30);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-3, 0, 0.001, 4.9})
    void brent_finds_the_bottom_of_a_parabola_and_a_corner(double bottom) {
        Brent brent = Brent.defaults();
        assertThat(brent.minimize(x -> (x - bottom) * (x - bottom), -5, 5).point()[0])
                .isCloseTo(bottom, within(1e-7));
        assertThat(brent.minimize(x -> Math.abs(x - bottom), -5, 5).point()[0]).isCloseTo(bottom, within(1e-6));
    }

    @Test
    void brent_goes_to_the_edge_of_a_slope() {
        assertThat(Brent.defaults().minimize(x -> x, 2, 3).point()[0]).isCloseTo(2, within(1e-6));
        assertThatThrownBy(() -> Brent.defaults().minimize(x -> x, 3, 2)).hasMessageContaining("3.0 and 2.0");
    }

    @Test
    void a_gradient_check_names_the_coordinate_that_is_wrong() {
        assertThat(GradientCheck.of(Landscapes::rosenbrock, new double[] {0.3, -0.7, 1.1})
                        .error())
                .isLessThan(1e-8);
        Objective wrong = (x, g) -> {
            double value = Landscapes.rosenbrock(x, g);
            g[1] *= 1.01;
            return value;
        };
        GradientCheck check = GradientCheck.of(wrong, new double[] {0.3, -0.7, 1.1});
        assertThat(check.coordinate()).isEqualTo(1);
        assertThat(check.error()).isCloseTo(0.01, within(1e-3));
    }
}
