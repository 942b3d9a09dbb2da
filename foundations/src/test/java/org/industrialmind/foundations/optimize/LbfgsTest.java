package org.industrialmind.foundations.optimize;

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

class LbfgsTest {
    private static final Golden GOLDEN = Golden.read("optimize");

    @Test
    void finds_the_end_of_the_banana_valley() {
        Minimum minimum = Lbfgs.defaults().minimize(Landscapes::rosenbrock, new double[] {-1.2, 1});
        assertThat(minimum.point()).containsExactly(new double[] {1, 1}, within(1e-8));
        assertThat(minimum.converged()).isTrue();
        assertThat(minimum.evaluations()).isLessThan(60); // scipy's L-BFGS-B: 46
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void finds_the_bottom_of_a_stretched_bowl_from_anywhere(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 30;
        double[] scales = new double[n];
        double[] start = new double[n];
        double[] bottom = new double[n];
        for (int i = 0; i < n; i++) {
            scales[i] = Math.pow(10, random.nextDouble(-1, 2));
            start[i] = 100 * random.nextGaussian();
            bottom[i] = i;
        }
        Minimum minimum = Lbfgs.defaults().minimize(Landscapes.bowl(scales), start);
        assertThat(minimum.point()).containsExactly(bottom, within(1e-4));
        assertThat(minimum.converged()).isTrue();
    }

    @Test
    void walks_a_valley_of_a_hundred_dimensions() {
        double[] start = new double[100];
        Arrays.fill(start, -0.5);
        Minimum minimum = new Lbfgs(10, 1e-8, 0, 2000).minimize(Landscapes::rosenbrock, start);
        assertThat(minimum.ending()).isEqualTo(Minimum.Ending.FLAT);
        assertThat(minimum.value()).isLessThan(5); // 0, or the well-known second minimum near 3.99
    }

    @Test
    void agrees_with_scipy_on_a_logistic_regression() {
        Matrix rows = GOLDEN.matrix("logistic_rows");
        double[] labels = GOLDEN.vector("logistic_labels");
        Minimum minimum = Lbfgs.defaults().minimize((w, g) -> logistic(rows, labels, w, g), new double[4]);
        assertThat(minimum.point()).containsExactly(GOLDEN.vector("logistic_point"), within(1e-6));
        assertThat(minimum.value()).isCloseTo(GOLDEN.value("logistic_value"), within(1e-10));
    }

    static double logistic(Matrix rows, double[] labels, double[] w, double[] g) {
        double sum = 0;
        Arrays.fill(g, 0);
        for (int i = 1; i < 4; i++) {
            sum += w[i] * w[i] / 2;
            g[i] = w[i];
        }
        for (int r = 0; r < labels.length; r++) {
            double margin = w[0] + w[1] * rows.get(r, 0) + w[2] * rows.get(r, 1) + w[3] * rows.get(r, 2);
            sum += Math.max(margin, 0) + Math.log1p(Math.exp(-Math.abs(margin))) - labels[r] * margin;
            double miss = 1 / (1 + Math.exp(-margin)) - labels[r];
            g[0] += miss;
            for (int i = 1; i < 4; i++) {
                g[i] += miss * rows.get(r, i - 1);
            }
        }
        return sum;
    }

    @Test
    void agrees_with_scipy_with_a_measured_gradient() {
        Minimum styblinski =
                Lbfgs.defaults().minimize(Objective.byDifferences(Landscapes::styblinski), new double[] {-1, -1, -1});
        assertThat(styblinski.point()).containsExactly(GOLDEN.vector("styblinski_point"), within(1e-6));
        assertThat(styblinski.value()).isCloseTo(GOLDEN.value("styblinski_value"), within(1e-9));
        Minimum beale = Lbfgs.defaults().minimize(Objective.byDifferences(Landscapes::beale), new double[] {1, 1});
        assertThat(beale.point()).containsExactly(GOLDEN.vector("beale_point"), within(1e-5));
    }

    @Test
    void turns_back_where_the_domain_ends() {
        // x - log(x) for x > 0 is least at 1; the first steps overshoot to the negative side
        Minimum minimum = Lbfgs.defaults()
                .minimize(
                        (x, g) -> {
                            g[0] = 1 - 1 / x[0];
                            return x[0] - Math.log(x[0]);
                        },
                        new double[] {0.01});
        assertThat(minimum.point()[0]).isCloseTo(1, within(1e-7));
    }

    @Test
    void says_when_a_start_is_flat_already() {
        Minimum minimum = Lbfgs.defaults().minimize(Landscapes.bowl(1, 1), new double[] {0, 1});
        assertThat(minimum.ending()).isEqualTo(Minimum.Ending.FLAT);
        assertThat(minimum.iterations()).isZero();
    }

    @Test
    void says_when_the_steps_run_out_and_when_the_gradient_points_the_wrong_way() {
        Minimum early = new Lbfgs(5, 1e-8, 0, 3).minimize(Landscapes::rosenbrock, new double[] {-1.2, 1});
        assertThat(early.ending()).isEqualTo(Minimum.Ending.EXHAUSTED);
        Minimum wrong = Lbfgs.defaults()
                .minimize(
                        (x, g) -> {
                            g[0] = -2 * x[0];
                            return x[0] * x[0];
                        },
                        new double[] {3});
        assertThat(wrong.ending()).isEqualTo(Minimum.Ending.STALLED);
        assertThat(wrong.converged()).isFalse();
        assertThat(wrong.point()).containsExactly(3);
    }

    @Test
    void refuses_a_start_outside_the_domain() {
        assertThatThrownBy(() -> Lbfgs.defaults().minimize((x, g) -> Double.NaN, new double[] {1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NaN");
    }

    @Test
    void refuses_settings_that_cannot_be() {
        assertThatThrownBy(() -> new Lbfgs(0, 1, 1, 1)).hasMessageContaining("memory");
        assertThatThrownBy(() -> new Lbfgs(1, -1, 1, 1)).hasMessageContaining("gradientTolerance");
    }
}
