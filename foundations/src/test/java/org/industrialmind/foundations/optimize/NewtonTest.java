package org.industrialmind.foundations.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NewtonTest {
    private static final class Banana implements CurvedObjective {
        @Override
        public double evaluate(double[] x, double[] g) {
            return Landscapes.rosenbrock(x, g);
        }

        @Override
        public void curvature(double[] x, double[] h) {
            h[0] = 1200 * x[0] * x[0] - 400 * x[1] + 2;
            h[2] = -400 * x[0];
            h[3] = 200;
        }
    }

    /** x^4 / 4 - x^2 / 2 + y^2: a saddle at 0, minima at x = -1 and 1. */
    private static final class Saddle implements CurvedObjective {
        @Override
        public double evaluate(double[] x, double[] g) {
            g[0] = x[0] * x[0] * x[0] - x[0];
            g[1] = 2 * x[1];
            return Math.pow(x[0], 4) / 4 - x[0] * x[0] / 2 + x[1] * x[1];
        }

        @Override
        public void curvature(double[] x, double[] h) {
            h[0] = 3 * x[0] * x[0] - 1;
            h[2] = 0;
            h[3] = 2;
        }
    }

    @Test
    void reaches_the_bottom_of_a_parabola_in_one_step() {
        CurvedObjective parabola = new CurvedObjective() { // 2 x^2 + 2 x y + 3 y^2 - x: least at (0.3, -0.1)
                    @Override
                    public double evaluate(double[] x, double[] g) {
                        g[0] = 4 * x[0] + 2 * x[1] - 1;
                        g[1] = 2 * x[0] + 6 * x[1];
                        return 2 * x[0] * x[0] + 2 * x[0] * x[1] + 3 * x[1] * x[1] - x[0];
                    }

                    @Override
                    public void curvature(double[] x, double[] h) {
                        h[0] = 4;
                        h[2] = 2;
                        h[3] = 6;
                    }
                };
        Minimum minimum = Newton.defaults().minimize(parabola, new double[] {5, -7});
        assertThat(minimum.iterations()).isEqualTo(1);
        assertThat(minimum.point()).containsExactly(new double[] {0.3, -0.1}, within(1e-14));
    }

    @Test
    void finds_the_end_of_the_banana_valley() {
        Minimum minimum = Newton.defaults().minimize(new Banana(), new double[] {-1.2, 1});
        assertThat(minimum.ending()).isEqualTo(Minimum.Ending.FLAT);
        assertThat(minimum.point()).containsExactly(new double[] {1, 1}, within(1e-10));
        assertThat(minimum.iterations()).isLessThan(30);
    }

    @Test
    void leaves_a_saddle_downhill() {
        Minimum minimum = Newton.defaults().minimize(new Saddle(), new double[] {0.01, 2});
        assertThat(minimum.point()).containsExactly(new double[] {1, 0}, within(1e-10));
    }
}
