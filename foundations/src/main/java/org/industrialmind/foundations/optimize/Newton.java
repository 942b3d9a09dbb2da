package org.industrialmind.foundations.optimize;

import java.util.Optional;

/**
 * Newton's method: jumps to the minimum of the parabola that the function resembles here, {@code H d = -g}. Near a minimum
 * the number of right digits doubles with each step; a step costs O(n^3).
 *
 * <p>Away from a minimum H may curve downwards somewhere and d lead up or nowhere. Then the diagonal is damped, H + t I with
 * t growing until the factorisation of Cholesky exists: the direction turns from Newton's towards straight down. The step is
 * halved until the value goes down enough.
 *
 * <ol>
 *   <li>Nocedal and Wright 2006, Numerical Optimization, 2nd ed., algorithms 3.2 and 3.3.
 * </ol>
 */
public record Newton(double gradientTolerance, int iterations) {
    private static final double FIRST_DAMPING = 1e-3; // relative to the largest second derivative

    public Newton {
        Settings.requireNotNegative("gradientTolerance", gradientTolerance);
        Settings.requirePositive("iterations", iterations);
    }

    public static Newton defaults() {
        return new Newton(1e-10, 100);
    }

    /**
     * Walks down from the start.
     *
     * @throws IllegalArgumentException if the value or the gradient at the start is not finite
     */
    public Minimum minimize(CurvedObjective objective, double[] start) {
        CountedObjective counted = new CountedObjective(objective);
        double[] hessian = new double[Math.multiplyExact(start.length, start.length)];
        Position here = Position.start(counted, start);
        for (int i = 0; i < iterations; i++) {
            if (here.steepness() <= gradientTolerance) {
                return counted.minimum(here, i, Minimum.Ending.FLAT);
            }
            objective.curvature(here.point, hessian);
            Optional<Position> next = Backtracking.defaults().search(counted, here, direction(here, hessian), 1);
            if (next.isEmpty()) {
                return counted.minimum(here, i, Minimum.Ending.STALLED);
            }
            here = next.get();
        }
        return counted.minimum(here, iterations, Minimum.Ending.EXHAUSTED);
    }

    private static double[] direction(Position here, double[] hessian) {
        int n = here.point.length;
        double largest = 0;
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            lowest = Math.min(lowest, hessian[i * n + i]);
        }
        for (double second : hessian) {
            largest = Math.max(largest, Math.abs(second));
        }
        if (!Double.isFinite(largest)) {
            return here.downhill();
        }
        double least = FIRST_DAMPING * Math.max(largest, Double.MIN_NORMAL);
        double damping = lowest > 0 ? 0 : least - lowest;
        double[] factor = hessian.clone();
        while (!factorise(factor, n, damping)) {
            damping = Math.max(2 * damping, least);
            System.arraycopy(hessian, 0, factor, 0, factor.length);
        }
        return solve(factor, n, here.downhill());
    }

    /** Writes L with L L' = H + damping I over the lower half of H; says no where there is none. */
    private static boolean factorise(double[] a, int n, double damping) {
        for (int r = 0; r < n; r++) {
            for (int c = 0; c <= r; c++) {
                double sum = a[r * n + c] + (r == c ? damping : 0);
                for (int k = 0; k < c; k++) {
                    sum -= a[r * n + k] * a[c * n + k];
                }
                if (r == c && !(sum > 0)) {
                    return false;
                }
                a[r * n + c] = r == c ? Math.sqrt(sum) : sum / a[c * n + c];
            }
        }
        return true;
    }

    private static double[] solve(double[] l, int n, double[] b) {
        for (int r = 0; r < n; r++) { // L z = b
            for (int k = 0; k < r; k++) {
                b[r] -= l[r * n + k] * b[k];
            }
            b[r] /= l[r * n + r];
        }
        for (int r = n - 1; r >= 0; r--) { // L' d = z
            for (int k = r + 1; k < n; k++) {
                b[r] -= l[k * n + r] * b[k];
            }
            b[r] /= l[r * n + r];
        }
        return b;
    }
}
