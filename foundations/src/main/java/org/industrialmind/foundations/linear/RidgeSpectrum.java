package org.industrialmind.foundations.linear;

import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.algebra.SingularValues;
import org.industrialmind.foundations.algebra.TriangularFactor;
import org.industrialmind.foundations.supervised.TargetRows;

/**
 * What ridge regression needs of its rows, for every penalty at once: the singular values s of the centred, weighted rows,
 * their directions V, and the targets along them.
 */
final class RidgeSpectrum {
    private final ScaledColumns x;
    private final double[] weights;
    private final double[] targets; // centred
    private final double mean;
    private final double[] s;
    private final Matrix v;
    private final double[] along; // V'X'y

    RidgeSpectrum(TargetRows rows) {
        rows.requireComplete();
        weights = rows.weights();
        x = ScaledColumns.centred(rows.rows(), weights);
        double total = ScaledColumns.sum(weights);
        double level = 0;
        for (int r = 0; r < x.rows; r++) {
            level += weights[r] / total * rows.target(r);
        }
        mean = level;
        targets = rows.targets();
        double[] weighted = x.values.clone();
        double[] product = new double[x.columns];
        for (int r = 0; r < x.rows; r++) {
            targets[r] -= mean;
            double root = Math.sqrt(weights[r]);
            for (int c = 0; c < x.columns; c++) {
                product[c] += weights[r] * x.values[r * x.columns + c] * targets[r];
                weighted[r * x.columns + c] *= root;
            }
        }
        Matrix matrix = Matrix.of(x.rows, x.columns, weighted);
        // R has the singular values of the rows and is small where they are many
        SingularValues values = SingularValues.of(x.rows > x.columns ? TriangularFactor.of(matrix) : matrix);
        s = values.s();
        v = values.v();
        along = v.transposed().times(product);
    }

    LinearModel model(double penalty) {
        double[] shrunk = new double[s.length];
        for (int j = 0; j < s.length; j++) {
            shrunk[j] = along[j] * inverse(j, penalty);
        }
        double[] coefficients = v.times(shrunk);
        return new LinearModel(x.interceptAtOrigin(mean, coefficients), coefficients);
    }

    /** 1 / (s^2 + penalty), or 0 along a direction in which the rows do not spread and nothing holds the coefficient. */
    private double inverse(int j, double penalty) {
        boolean flat = s[j] <= s[0] * Math.ulp(1.0) * Math.max(x.rows, x.columns);
        return flat && penalty <= s[j] * s[j] || s[j] == 0 ? 0 : 1 / (s[j] * s[j] + penalty);
    }

    /**
     * Returns the error of each row as predicted without it: its residual over one less its leverage, which is exact.
     * Shape: [row].
     */
    double[] leftOut(double penalty) {
        LinearModel model = model(penalty);
        double[] coefficients = model.coefficients();
        double[] inverses = new double[s.length];
        for (int j = 0; j < s.length; j++) {
            inverses[j] = inverse(j, penalty);
        }
        double total = ScaledColumns.sum(weights);
        double[] errors = new double[x.rows];
        double[] row = new double[x.columns];
        Matrix turned = v.transposed();
        for (int r = 0; r < x.rows; r++) {
            System.arraycopy(x.values, r * x.columns, row, 0, x.columns);
            double[] coordinates = turned.times(row);
            double leverage = 1 / total;
            for (int j = 0; j < s.length; j++) {
                leverage += coordinates[j] * coordinates[j] * inverses[j];
            }
            errors[r] = (targets[r] - RowShape.dot(coefficients, row)) / (1 - weights[r] * leverage);
        }
        return errors;
    }
}
