package org.industrialmind.foundations.kernel;

import org.industrialmind.foundations.algebra.Matrix;

/** A kernel over fixed rows, with what can be known of them beforehand. Shape: values [row, column], row after row. */
final class Likeness {
    final int rows;
    final int columns;
    private final Kernel kernel;
    private final double[] values;
    private final double[] squares;

    private Likeness(Kernel kernel, double[] values, int rows, int columns) {
        this.kernel = kernel;
        this.values = values;
        this.rows = rows;
        this.columns = columns;
        squares = new double[rows];
        for (int r = 0; r < rows; r++) {
            squares[r] = dot(values, r * columns, values, r * columns, columns);
        }
    }

    /** Takes all rows; the kernel must be {@link #settled}. */
    static Likeness of(Kernel kernel, Matrix rows) {
        return new Likeness(kernel, rows.toArray(), rows.rows(), rows.columns());
    }

    /** Returns the likeness of these of the rows alone. */
    Likeness select(int[] positions) {
        double[] chosen = new double[positions.length * columns];
        for (int i = 0; i < positions.length; i++) {
            System.arraycopy(values, positions[i] * columns, chosen, i * columns, columns);
        }
        return new Likeness(kernel, chosen, positions.length, columns);
    }

    /** Returns the kernel with a gamma of its own: 1 / (columns x variance of all values), 1 where they do not vary. */
    static Kernel settled(Kernel kernel, Matrix rows) {
        double[] all = rows.toArray();
        double mean = 0;
        for (double value : all) {
            mean += value / all.length;
        }
        double variance = 0;
        for (double value : all) {
            variance += (value - mean) * (value - mean) / all.length;
        }
        double suggested = variance > 0 ? 1 / (rows.columns() * variance) : 1;
        return switch (kernel) {
            case Kernel.Linear linear -> linear;
            case Kernel.Rbf rbf -> rbf.gamma() > 0 ? rbf : new Kernel.Rbf(suggested);
            case Kernel.Polynomial polynomial ->
                polynomial.gamma() > 0
                        ? polynomial
                        : new Kernel.Polynomial(polynomial.degree(), suggested, polynomial.offset());
            case Kernel.Sigmoid sigmoid ->
                sigmoid.gamma() > 0 ? sigmoid : new Kernel.Sigmoid(suggested, sigmoid.offset());
        };
    }

    double ofItself(int r) {
        return fromDot(squares[r], squares[r], squares[r]);
    }

    /** Returns how alike row r is to every row. Shape: [row]. */
    double[] ofRow(int r) {
        return of(values, r * columns, squares[r]);
    }

    /** Returns how alike a new row is to every row. Shape: [column] -> [row]. */
    double[] of(double[] row) {
        if (row.length != columns) {
            throw new IllegalArgumentException(
                    "the row has " + row.length + " values: expected " + columns + ", as the rows learned from have");
        }
        for (int c = 0; c < columns; c++) {
            if (!Double.isFinite(row[c])) {
                throw new IllegalArgumentException("the value in column " + c + " is " + row[c]
                        + ": expected a finite number; fill missing values before asking for likeness");
            }
        }
        return of(row, 0, dot(row, 0, row, 0, columns));
    }

    private double[] of(double[] from, int at, double square) {
        double[] like = new double[rows];
        for (int r = 0; r < rows; r++) {
            like[r] = dot(from, at, values, r * columns, columns);
        }
        switch (kernel) {
            case Kernel.Linear linear -> {}
            case Kernel.Rbf rbf -> {
                double gamma = rbf.gamma();
                for (int r = 0; r < rows; r++) {
                    like[r] = Math.exp(-gamma * Math.max(0, square + squares[r] - 2 * like[r]));
                }
            }
            case Kernel.Polynomial polynomial -> {
                for (int r = 0; r < rows; r++) {
                    like[r] = fromDot(like[r], square, squares[r]);
                }
            }
            case Kernel.Sigmoid sigmoid -> {
                for (int r = 0; r < rows; r++) {
                    like[r] = fromDot(like[r], square, squares[r]);
                }
            }
        }
        return like;
    }

    private double fromDot(double dot, double square, double other) {
        return switch (kernel) {
            case Kernel.Linear linear -> dot;
            case Kernel.Rbf rbf -> Math.exp(-rbf.gamma() * Math.max(0, square + other - 2 * dot));
            case Kernel.Polynomial polynomial -> {
                double base = polynomial.gamma() * dot + polynomial.offset();
                double power = 1;
                for (int d = 0; d < polynomial.degree(); d++) {
                    power *= base;
                }
                yield power;
            }
            case Kernel.Sigmoid sigmoid -> Math.tanh(sigmoid.gamma() * dot + sigmoid.offset());
        };
    }

    private static double dot(double[] a, int at, double[] b, int bt, int length) {
        double s0 = 0; // two chains of additions, so that one need not wait for the other
        double s1 = 0;
        int i = 0;
        for (; i + 1 < length; i += 2) {
            s0 += a[at + i] * b[bt + i];
            s1 += a[at + i + 1] * b[bt + i + 1];
        }
        return i < length ? s0 + s1 + a[at + i] * b[bt + i] : s0 + s1;
    }
}
