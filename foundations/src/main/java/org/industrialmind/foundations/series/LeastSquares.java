package org.industrialmind.foundations.series;

import java.util.Arrays;

/**
 * The least sum of squares of residuals that depend on parameters, by the method of Levenberg and Marquardt.
 *
 * <p>Both the squared errors of exponential smoothing and, once the scale is concentrated out, the exact likelihood of a
 * Gaussian state space model are sums of squares (see {@link Innovations}). A sum of squares offers more than its value:
 * the Jacobian J of the residuals r gives the curvature as J'J, so a step solves (J'J + damping D) step = -J'r. Damping
 * grows when a step fails, which makes it short and steepest, and shrinks when it succeeds, which makes it Newton's.
 * Derivatives are central differences. A parameter at a bound that the
 * slope pushes outward is held there for the step, so that the bounds are reached and can be left again.
 *
 * @see "Marquardt 1963, An algorithm for least-squares estimation of nonlinear parameters, SIAM J. 11(2)"
 */
final class LeastSquares {
    private static final int STEPS = 150;
    private static final double STEP = 6e-6; // about the cube root of epsilon: best for central differences
    private static final double SETTLED = 1e-12; // relative gain of a step that is no longer worth taking
    private static final int SETTLED_STEPS = 2;

    /** Residuals at parameters; the same number for all. A value that is no number marks parameters to keep out of. */
    @FunctionalInterface
    interface Residuals {
        double[] at(double[] parameters);
    }

    private LeastSquares() {}

    /** Returns the parameters of the least sum found from any of the starts, without bounds. */
    static double[] minimise(Residuals residuals, double[]... starts) {
        double[] low = new double[starts[0].length];
        double[] high = new double[starts[0].length];
        Arrays.fill(low, Double.NEGATIVE_INFINITY);
        Arrays.fill(high, Double.POSITIVE_INFINITY);
        return within(low, high, residuals, starts);
    }

    /** Returns the parameters, within bounds, of the least sum found from any of the starts. */
    static double[] within(double[] low, double[] high, Residuals residuals, double[]... starts) {
        double[] best = starts[0];
        double least = Double.POSITIVE_INFINITY;
        for (double[] start : starts) {
            double[] found = start.length == 0 ? start : descend(residuals, start, low, high);
            double sum = sum(residuals.at(found));
            if (sum < least) {
                least = sum;
                best = found;
            }
        }
        return best;
    }

    private static double sum(double[] residuals) {
        double sum = Values.squares(residuals);
        return Double.isNaN(sum) ? Double.POSITIVE_INFINITY : sum;
    }

    private static double[] descend(Residuals function, double[] start, double[] low, double[] high) {
        double[] at = start.clone();
        double[] residuals = function.at(at);
        double sum = sum(residuals);
        double damping = 1e-3;
        int settled = 0;
        for (int step = 0; step < STEPS && settled < SETTLED_STEPS && sum > 0; step++) {
            double[][] jacobian = jacobian(function, at);
            hold(jacobian, residuals, at, low, high);
            boolean moved = false;
            while (!moved && damping < 1e12) {
                double[] next = at.clone();
                double[] move = solve(jacobian, residuals, damping);
                for (int i = 0; i < next.length; i++) {
                    next[i] = Math.clamp(next[i] + move[i], low[i], high[i]);
                }
                double[] there = function.at(next);
                double reached = sum(there);
                moved = reached <= sum;
                if (moved) {
                    settled = sum - reached <= SETTLED * sum ? settled + 1 : 0;
                    at = next;
                    residuals = there;
                    sum = reached;
                    damping = Math.max(damping / 5, 1e-12);
                } else {
                    damping *= 4;
                }
            }
            if (!moved) {
                break;
            }
        }
        return at;
    }

    /** Takes away the influence of parameters that stand at a bound and would leave it. */
    private static void hold(double[][] jacobian, double[] residuals, double[] at, double[] low, double[] high) {
        for (int i = 0; i < at.length; i++) {
            double slope = dot(jacobian[i], residuals);
            if ((at[i] <= low[i] && slope > 0) || (at[i] >= high[i] && slope < 0)) {
                Arrays.fill(jacobian[i], 0);
            }
        }
    }

    /** Returns the derivatives, one row for each parameter. */
    private static double[][] jacobian(Residuals function, double[] at) {
        double[][] rows = new double[at.length][];
        for (int i = 0; i < at.length; i++) {
            double step = STEP * Math.max(1, Math.abs(at[i]));
            double[] moved = at.clone();
            moved[i] = at[i] + step;
            double[] above = function.at(moved);
            moved[i] = at[i] - step;
            double[] below = function.at(moved);
            rows[i] = new double[above.length];
            for (int t = 0; t < above.length; t++) {
                double slope = (above[t] - below[t]) / (2 * step);
                rows[i][t] = Double.isFinite(slope) ? slope : 0; // at the edge of what is defined
            }
        }
        return rows;
    }

    private static double[] solve(double[][] jacobian, double[] residuals, double damping) {
        int p = jacobian.length;
        double[][] normal = new double[p][p];
        double[] right = new double[p];
        double largest = Double.MIN_NORMAL;
        for (int i = 0; i < p; i++) {
            for (int j = 0; j <= i; j++) {
                normal[i][j] = dot(jacobian[i], jacobian[j]);
            }
            right[i] = -dot(jacobian[i], residuals);
            largest = Math.max(largest, normal[i][i]);
        }
        for (int i = 0; i < p; i++) { // a parameter without influence still needs a pivot
            normal[i][i] += damping * Math.max(normal[i][i], 1e-10 * largest);
        }
        return cholesky(normal, right);
    }

    /** Solves in place; the matrix is positive definite and its lower triangle is given. */
    private static double[] cholesky(double[][] a, double[] right) {
        int p = right.length;
        for (int i = 0; i < p; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = a[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= a[i][k] * a[j][k];
                }
                a[i][j] = i == j ? Math.sqrt(Math.max(sum, Double.MIN_NORMAL)) : sum / a[j][j];
            }
        }
        double[] x = Arrays.copyOf(right, p);
        for (int i = 0; i < p; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= a[i][k] * x[k];
            }
            x[i] /= a[i][i];
        }
        for (int i = p - 1; i >= 0; i--) {
            for (int k = i + 1; k < p; k++) {
                x[i] -= a[k][i] * x[k];
            }
            x[i] /= a[i][i];
        }
        return x;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int t = 0; t < a.length; t++) {
            sum += a[t] * b[t];
        }
        return sum;
    }
}
