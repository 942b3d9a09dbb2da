package org.industrialmind.foundations.optimize;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;

/**
 * The simplex method of Nelder and Mead: minimises by values alone, where a gradient is missing or the function has
 * corners. For few numbers (up to about ten); a smooth function is better served by {@link Lbfgs} with differences.
 *
 * <p>n + 1 points form a simplex. The worst one is mirrored at the centre of the others; if that is the best so far it is
 * thrown further, if it is poor it is pulled in, and if nothing helps all points move halfway towards the best. Infinity or
 * NaN counts as the worst value.
 *
 * <ol>
 *   <li>Nelder and Mead 1965, A simplex method for function minimization, The Computer Journal 7.
 *   <li>Gao and Han 2012, Implementing the Nelder-Mead simplex algorithm with adaptive parameters, Computational
 *       Optimization and Applications 51: the factors that depend on n.
 * </ol>
 *
 * @param pointTolerance ends when all points lie this close to the best in every coordinate, and
 * @param valueTolerance all values this close to its value
 */
public record NelderMead(double pointTolerance, double valueTolerance, int evaluations) {
    public NelderMead {
        Settings.requireNotNegative("pointTolerance", pointTolerance);
        Settings.requireNotNegative("valueTolerance", valueTolerance);
        Settings.requirePositive("evaluations", evaluations);
    }

    public static NelderMead defaults() {
        return new NelderMead(1e-8, 1e-8, 10_000);
    }

    /**
     * Walks down from the start.
     *
     * @throws IllegalArgumentException if the value at the start is not finite
     */
    public Minimum minimize(ToDoubleFunction<double[]> function, double[] start) {
        Simplex simplex = new Simplex(function, start);
        int iterations = 0;
        while (!simplex.isSmall()) {
            if (simplex.asked >= evaluations) {
                return simplex.minimum(iterations, Minimum.Ending.EXHAUSTED);
            }
            simplex.move();
            iterations++;
        }
        return simplex.minimum(iterations, Minimum.Ending.SETTLED);
    }

    private record Corner(double[] point, double value) {}

    private final class Simplex {
        private final ToDoubleFunction<double[]> function;
        private final int n;
        private final Corner[] corners; // the best first
        private int asked;

        Simplex(ToDoubleFunction<double[]> function, double[] start) {
            this.function = function;
            n = start.length;
            corners = new Corner[n + 1];
            corners[0] = corner(start.clone());
            if (!Double.isFinite(corners[0].value)) {
                throw new IllegalArgumentException("the function at the start is not finite: start inside the domain");
            }
            for (int i = 0; i < n; i++) {
                double[] moved = start.clone();
                moved[i] += moved[i] == 0 ? 0.00025 : 0.05 * moved[i]; // as scipy and Matlab begin
                corners[i + 1] = corner(moved);
            }
            sort();
        }

        private Corner corner(double[] point) {
            asked++;
            double value = function.applyAsDouble(point.clone());
            return new Corner(point, Double.isNaN(value) ? Double.POSITIVE_INFINITY : value);
        }

        private void sort() {
            Arrays.sort(corners, Comparator.comparingDouble(Corner::value));
        }

        boolean isSmall() {
            if (!(corners[n].value - corners[0].value <= valueTolerance)) {
                return false;
            }
            for (Corner corner : corners) {
                for (int i = 0; i < n; i++) {
                    if (Math.abs(corner.point[i] - corners[0].point[i]) > pointTolerance) {
                        return false;
                    }
                }
            }
            return true;
        }

        void move() {
            double d = Math.max(n, 2); // Gao and Han ask for two dimensions or more
            Corner worst = corners[n];
            Corner mirrored = beyond(1);
            if (mirrored.value < corners[0].value) {
                Corner thrown = beyond(1 + 2 / d);
                corners[n] = thrown.value < mirrored.value ? thrown : mirrored;
            } else if (mirrored.value < corners[n - 1].value) {
                corners[n] = mirrored;
            } else {
                double pull = 0.75 - 1 / (2 * d);
                boolean outside = mirrored.value < worst.value;
                Corner pulled = beyond(outside ? pull : -pull);
                if (pulled.value < Math.min(worst.value, mirrored.value)) {
                    corners[n] = pulled;
                } else {
                    shrink(1 - 1 / d);
                }
            }
            sort();
        }

        /** Returns the point on the line from the worst corner through the centre of the others, this far behind the centre. */
        private Corner beyond(double factor) {
            double[] point = new double[n];
            for (int i = 0; i < n; i++) {
                double centre = 0;
                for (int k = 0; k < n; k++) {
                    centre += corners[k].point[i] / n;
                }
                point[i] = centre + factor * (centre - corners[n].point[i]);
            }
            return corner(point);
        }

        private void shrink(double factor) {
            for (int k = 1; k <= n; k++) {
                double[] point = corners[k].point.clone();
                for (int i = 0; i < n; i++) {
                    point[i] = corners[0].point[i] + factor * (point[i] - corners[0].point[i]);
                }
                corners[k] = corner(point);
            }
        }

        Minimum minimum(int iterations, Minimum.Ending ending) {
            return new Minimum(corners[0].point, corners[0].value, iterations, asked, ending);
        }
    }
}
