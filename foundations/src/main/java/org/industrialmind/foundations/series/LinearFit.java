package org.industrialmind.foundations.series;

/**
 * Ordinary least squares on a few columns, by Householder's reflections: the small regressions inside tests and models.
 *
 * <p>The columns are scaled to length 1 first, so that a trend of thousands and a constant weigh alike.
 */
final class LinearFit {
    private static final double COLLINEAR = 1e-10; // share of a column that those before it do not explain

    private final double[] coefficients;
    private final double[] errors; // standard errors with sigma 1
    private final double squares;

    private LinearFit(double[] coefficients, double[] errors, double squares) {
        this.coefficients = coefficients;
        this.errors = errors;
        this.squares = squares;
    }

    /**
     * Fits the target by the columns.
     *
     * @throws IllegalArgumentException if there are not more rows than columns, or a column is a combination of others
     */
    static LinearFit of(double[][] columns, double[] target) {
        int n = target.length;
        int p = columns.length;
        if (n <= p) {
            throw new IllegalArgumentException(
                    n + " values to fit by " + p + " columns: expected more values than columns");
        }
        double[][] q = new double[p][];
        double[] lengths = new double[p];
        for (int j = 0; j < p; j++) {
            lengths[j] = Math.sqrt(Values.squares(columns[j]));
            q[j] = columns[j].clone();
            for (int t = 0; t < n; t++) {
                q[j][t] /= lengths[j] > 0 ? lengths[j] : 1;
            }
        }
        double[] y = target.clone();
        double[] diagonal = new double[p];
        for (int j = 0; j < p; j++) {
            diagonal[j] = reflect(q, y, j);
        }
        double squares = 0;
        for (int t = p; t < n; t++) {
            squares += y[t] * y[t];
        }
        double[] coefficients = backward(q, diagonal, y);
        double[] errors = errors(q, diagonal);
        for (int j = 0; j < p; j++) {
            coefficients[j] /= lengths[j];
            errors[j] /= lengths[j];
        }
        return new LinearFit(coefficients, errors, squares);
    }

    /** Turns column j onto its axis, and all after it likewise; returns the diagonal of R. */
    private static double reflect(double[][] q, double[] y, int j) {
        double[] v = q[j];
        double length = 0;
        for (int t = j; t < v.length; t++) {
            length += v[t] * v[t];
        }
        length = Math.sqrt(length);
        if (!(length > COLLINEAR)) {
            throw new IllegalArgumentException("column " + j + " is a combination of those before it, or zero:"
                    + " expected independent columns; leave it out");
        }
        double image = v[j] > 0 ? -length : length;
        v[j] -= image;
        double half = -image * v[j]; // v'v / 2
        for (int k = j + 1; k < q.length; k++) {
            apply(v, q[k], j, half);
        }
        apply(v, y, j, half);
        return image;
    }

    private static void apply(double[] v, double[] target, int from, double half) {
        double dot = 0;
        for (int t = from; t < v.length; t++) {
            dot += v[t] * target[t];
        }
        for (int t = from; t < v.length; t++) {
            target[t] -= dot / half * v[t];
        }
    }

    private static double[] backward(double[][] q, double[] diagonal, double[] right) {
        double[] x = new double[diagonal.length];
        for (int i = x.length - 1; i >= 0; i--) {
            x[i] = right[i];
            for (int k = i + 1; k < x.length; k++) {
                x[i] -= q[k][i] * x[k];
            }
            x[i] /= diagonal[i];
        }
        return x;
    }

    /** Returns the lengths of the rows of the inverse of R. */
    private static double[] errors(double[][] q, double[] diagonal) {
        int p = diagonal.length;
        double[] squares = new double[p];
        for (int j = 0; j < p; j++) {
            double[] unit = new double[p];
            unit[j] = 1;
            double[] column = backward(q, diagonal, unit);
            for (int i = 0; i < p; i++) {
                squares[i] += column[i] * column[i];
            }
        }
        for (int i = 0; i < p; i++) {
            squares[i] = Math.sqrt(squares[i]);
        }
        return squares;
    }

    double coefficient(int column) {
        return coefficients[column];
    }

    double[] coefficients() {
        return coefficients.clone();
    }

    /** Returns the sum of the squared residuals. */
    double squares() {
        return squares;
    }

    /** Returns the standard error of a coefficient where the residuals have deviation 1. */
    double unitError(int column) {
        return errors[column];
    }
}
