package org.industrialmind.foundations.linear;

import java.util.stream.IntStream;

/**
 * The linear program of quantile regression, in its bounded form: find shares a in [0, 1] with X'a = (1 - quantile) X'1
 * that make y'a largest; the multipliers of the equations are the coefficients.
 *
 * <p>Every step solves the optimality conditions twice with the same matrix: once as if the path to the corner were
 * straight, and then with what that attempt taught about its bend and about how far one may go.
 */
final class InteriorPoint {
    private static final double SHY = 0.9995; // of the way to the nearest wall
    private static final int ITERATIONS = 100;
    private static final double GAP = 1e-11; // mean, in mean absolute deviations of the targets

    private final int n;
    private final int d;
    private final double[] a; // rows times their weight, with a one: [row, d]
    private final double[] c; // targets likewise, negated
    private final double[] equations;
    private final double[] x; // the shares
    private final double[] s; // 1 - x
    private final double[] z; // what keeps x above 0
    private final double[] w; // what keeps s above 0
    private final double[] y; // multipliers: the coefficients, negated

    private final double[] dx;
    private final double[] dz;
    private final double[] dw;
    private final double[] q;

    private InteriorPoint(ScaledColumns rows, double[] targets, double[] weights, double quantile) {
        int[] counting =
                IntStream.range(0, weights.length).filter(r -> weights[r] > 0).toArray();
        n = counting.length;
        d = rows.columns + 1;
        a = new double[n * d];
        c = new double[n];
        equations = new double[d];
        x = new double[n];
        s = new double[n];
        z = new double[n];
        w = new double[n];
        dx = new double[n];
        dz = new double[n];
        dw = new double[n];
        q = new double[n];
        for (int i = 0; i < n; i++) {
            int r = counting[i];
            for (int j = 0; j < d - 1; j++) {
                a[i * d + j] = weights[r] * rows.values[r * rows.columns + j];
            }
            a[i * d + d - 1] = weights[r];
            c[i] = -weights[r] * targets[r];
            x[i] = 1 - quantile;
            s[i] = quantile;
            q[i] = 1;
            for (int j = 0; j < d; j++) {
                equations[j] += (1 - quantile) * a[i * d + j];
            }
        }
        y = solve(factor(), c);
        double[] fitted = fitted(y);
        for (int i = 0; i < n; i++) {
            double rest = c[i] - fitted[i];
            rest = Math.abs(rest) < 1e-3 ? Math.copySign(1e-3, rest) : rest; // the inside has no walls
            z[i] = Math.max(rest, 0) + 1e-3;
            w[i] = z[i] - rest;
        }
    }

    /** Returns coefficients and then the intercept. Shape: [column + 1]. */
    static double[] solve(ScaledColumns rows, double[] targets, double[] weights, double quantile) {
        InteriorPoint program = new InteriorPoint(rows, targets, weights, quantile);
        double enough = GAP * ScaledColumns.sum(weights);
        for (int i = 0; i < ITERATIONS && program.gap() > enough; i++) {
            if (!program.step()) {
                break;
            }
        }
        double[] coefficients = program.y.clone();
        for (int j = 0; j < coefficients.length; j++) {
            coefficients[j] = -coefficients[j];
        }
        return coefficients;
    }

    private double gap() {
        double gap = 0;
        for (int i = 0; i < n; i++) {
            gap += z[i] * x[i] + w[i] * s[i];
        }
        return gap;
    }

    /** A' diag(q) A, factored. */
    private double[] factor() {
        double[] square = new double[d * d];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < d; j++) {
                double f = q[i] * a[i * d + j];
                for (int k = 0; k <= j; k++) {
                    square[j * d + k] += f * a[i * d + k];
                }
            }
        }
        return Definite.factorLifted(square, d);
    }

    /** Returns the solution of A' diag(q) A u = A' diag(q) right. */
    private double[] solve(double[] factor, double[] right) {
        double[] sum = new double[d];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < d; j++) {
                sum[j] += a[i * d + j] * q[i] * right[i];
            }
        }
        Definite.solve(factor, d, sum);
        return sum;
    }

    private double[] fitted(double[] multipliers) {
        double[] fitted = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < d; j++) {
                fitted[i] += a[i * d + j] * multipliers[j];
            }
        }
        return fitted;
    }

    /** Goes one step along the path and returns whether it went anywhere. */
    private boolean step() {
        double[] rest = new double[n];
        double[] fitted = fitted(y);
        for (int i = 0; i < n; i++) {
            q[i] = 1 / (z[i] / x[i] + w[i] / s[i]);
            rest[i] = c[i] - fitted[i]; // equals z - w but for what rounding adds up to
        }
        double[] factor = factor();
        double[] dy = solve(factor, rest);
        double[] along = fitted(dy);
        for (int i = 0; i < n; i++) {
            dx[i] = q[i] * (along[i] - rest[i]);
            dz[i] = -z[i] * (1 + dx[i] / x[i]);
            dw[i] = -w[i] * (1 - dx[i] / s[i]);
        }
        double primal = primalReach();
        double dual = dualReach();
        if (Math.min(primal, dual) < 1) {
            dy = bend(factor, rest, primal, dual);
            primal = primalReach();
            dual = dualReach();
        }
        for (int i = 0; i < n; i++) {
            x[i] += primal * dx[i];
            s[i] -= primal * dx[i];
            z[i] += dual * dz[i];
            w[i] += dual * dw[i];
        }
        for (int j = 0; j < d; j++) {
            y[j] += dual * dy[j];
        }
        return Math.max(primal, dual) > 1e-8;
    }

    /** Solves again towards the middle of the path, with the products that the straight attempt left out. */
    private double[] bend(double[] factor, double[] rest, double primal, double dual) {
        double before = gap();
        double after = 0;
        for (int i = 0; i < n; i++) {
            after += (z[i] + dual * dz[i]) * (x[i] + primal * dx[i]) + (w[i] + dual * dw[i]) * (s[i] - primal * dx[i]);
        }
        double middle = before * Math.pow(after / before, 3) / (2 * n);
        double[] right = new double[n];
        double[] low = new double[n];
        double[] high = new double[n];
        for (int i = 0; i < n; i++) {
            low[i] = (middle - dx[i] * dz[i]) / x[i];
            high[i] = (middle + dx[i] * dw[i]) / s[i];
            right[i] = rest[i] - low[i] + high[i];
        }
        double[] dy = solve(factor, right);
        double[] along = fitted(dy);
        for (int i = 0; i < n; i++) {
            dx[i] = q[i] * (along[i] - right[i]);
            dz[i] = low[i] - z[i] - z[i] * dx[i] / x[i];
            dw[i] = high[i] - w[i] + w[i] * dx[i] / s[i];
        }
        return dy;
    }

    private double primalReach() {
        double reach = 1e20;
        for (int i = 0; i < n; i++) {
            reach = dx[i] < 0 ? Math.min(reach, -x[i] / dx[i]) : dx[i] > 0 ? Math.min(reach, s[i] / dx[i]) : reach;
        }
        return Math.min(SHY * reach, 1);
    }

    private double dualReach() {
        double reach = 1e20;
        for (int i = 0; i < n; i++) {
            reach = dz[i] < 0 ? Math.min(reach, -z[i] / dz[i]) : reach;
            reach = dw[i] < 0 ? Math.min(reach, -w[i] / dw[i]) : reach;
        }
        return Math.min(SHY * reach, 1);
    }
}
