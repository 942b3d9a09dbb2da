package org.industrialmind.foundations.linear;

/**
 * Solves a symmetric positive definite system A x = b by Cholesky's A = L L', in place.
 *
 * <p>Shape: A is [n, n] row after row, only its lower triangle is read; O(n^3 / 3).
 */
final class Definite {
    private Definite() {}

    /** Overwrites the lower triangle of A with L and returns whether A was positive definite to rounding. */
    static boolean factor(double[] a, int n) {
        for (int j = 0; j < n; j++) {
            double original = a[j * n + j];
            for (int k = 0; k <= j; k++) {
                double sum = a[j * n + k];
                for (int i = 0; i < k; i++) {
                    sum -= a[j * n + i] * a[k * n + i];
                }
                if (k < j) {
                    a[j * n + k] = sum / a[k * n + k];
                } else if (sum > 1e-13 * original) { // less is rounding: the column depends on those before it
                    a[j * n + j] = Math.sqrt(sum);
                } else {
                    return false;
                }
            }
        }
        return true;
    }

    /** Overwrites b with the solution of L L' x = b. */
    static void solve(double[] factor, int n, double[] b) {
        for (int i = 0; i < n; i++) {
            double sum = b[i];
            for (int k = 0; k < i; k++) {
                sum -= factor[i * n + k] * b[k];
            }
            b[i] = sum / factor[i * n + i];
        }
        for (int i = n - 1; i >= 0; i--) {
            double value = b[i] / factor[i * n + i];
            b[i] = value;
            for (int k = 0; k < i; k++) {
                b[k] -= factor[i * n + k] * value;
            }
        }
    }

    /**
     * Factors A, made a little steeper along its diagonal until it is positive definite: the smallest lift that does it
     * leaves directions along which nothing is known almost where they are.
     *
     * @return the factor; A is left as it is
     */
    static double[] factorLifted(double[] a, int n) {
        double trace = 0;
        for (int i = 0; i < n; i++) {
            trace += Math.abs(a[i * n + i]);
        }
        double lift = 0;
        while (true) {
            double[] copy = a.clone();
            for (int i = 0; i < n; i++) {
                copy[i * n + i] += lift;
            }
            if (factor(copy, n)) {
                return copy;
            }
            lift = lift == 0 ? 1e-10 * (trace / n + Double.MIN_NORMAL) : 10 * lift;
            if (!(lift < Double.MAX_VALUE)) {
                throw new IllegalStateException("a " + n + " x " + n + " curvature holds a value that is no number");
            }
        }
    }
}
