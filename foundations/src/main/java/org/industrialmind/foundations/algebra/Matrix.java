package org.industrialmind.foundations.algebra;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A dense matrix of doubles that does not change once made.
 *
 * <p>Shape: [row, column], kept row after row in one array, so a row is read in one stride. Every operation copies; the
 * decompositions of this package work in arrays of their own and hand out a matrix at the end.
 */
public final class Matrix {
    private final int rows;
    private final int columns;
    private final double[] values;

    /** Takes the array as it is; the caller gives it away. */
    Matrix(double[] values, int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        this.values = values;
    }

    /**
     * Makes a matrix from its values, row after row; copied.
     *
     * @throws IllegalArgumentException if a dimension is less than 1 or the number of values is not their product
     */
    public static Matrix of(int rows, int columns, double[] rowMajor) {
        if (rows < 1 || columns < 1 || rowMajor.length != (long) rows * columns) {
            throw new IllegalArgumentException("a " + rows + " x " + columns + " matrix cannot be made of "
                    + rowMajor.length + " values: expected positive dimensions and as many values as their product");
        }
        return new Matrix(rowMajor.clone(), rows, columns);
    }

    /** @throws IllegalArgumentException if there is no row, no column, or the rows differ in length */
    public static Matrix ofRows(double[]... rows) {
        if (rows.length == 0 || rows[0].length == 0) {
            throw new IllegalArgumentException("a matrix needs at least one row and one column, not " + rows.length
                    + " rows" + (rows.length == 0 ? "" : " of no values"));
        }
        int columns = rows[0].length;
        double[] values = new double[Math.multiplyExact(rows.length, columns)];
        for (int r = 0; r < rows.length; r++) {
            if (rows[r].length != columns) {
                throw new IllegalArgumentException("row " + r + " has " + rows[r].length + " values: expected "
                        + columns + ", as the first row has");
            }
            System.arraycopy(rows[r], 0, values, r * columns, columns);
        }
        return new Matrix(values, rows.length, columns);
    }

    public static Matrix identity(int size) {
        double[] ones = new double[size];
        Arrays.fill(ones, 1);
        return diagonal(ones);
    }

    /** Returns the square matrix with these values on its diagonal and zeros elsewhere. */
    public static Matrix diagonal(double[] diagonal) {
        int n = diagonal.length;
        Matrix square = Matrix.of(n, n, new double[n * n]);
        for (int i = 0; i < n; i++) {
            square.values[i * n + i] = diagonal[i];
        }
        return square;
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    public double get(int row, int column) {
        if (column < 0 || column >= columns) { // a wrong row leaves the array; a wrong column would hit the next row
            throw new IndexOutOfBoundsException("column " + column + " of a " + rows + " x " + columns + " matrix");
        }
        return values[row * columns + column];
    }

    public double[] row(int row) {
        return Arrays.copyOfRange(values, row * columns, (row + 1) * columns);
    }

    public double[] column(int column) {
        double[] copy = new double[rows];
        for (int r = 0; r < rows; r++) {
            copy[r] = get(r, column);
        }
        return copy;
    }

    /** Returns all values, row after row; a copy. */
    public double[] toArray() {
        return values.clone();
    }

    public Matrix transposed() {
        double[] turned = new double[values.length];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                turned[c * rows + r] = values[r * columns + c];
            }
        }
        return new Matrix(turned, columns, rows);
    }

    /**
     * Returns the product. Shape: [m, k] times [k, n] -> [m, n]; O(m k n).
     *
     * @throws IllegalArgumentException if the inner dimensions differ
     */
    public Matrix times(Matrix right) {
        if (columns != right.rows) {
            throw new IllegalArgumentException("cannot multiply " + rows + " x " + columns + " by " + right.rows + " x "
                    + right.columns + ": expected as many rows on the right as columns on the left");
        }
        double[] product = new double[Math.multiplyExact(rows, right.columns)];
        for (int r = 0; r < rows; r++) {
            for (int k = 0; k < columns; k++) { // the inner loop runs along rows of both, not down a column
                double factor = values[r * columns + k];
                for (int c = 0; c < right.columns; c++) {
                    product[r * right.columns + c] += factor * right.values[k * right.columns + c];
                }
            }
        }
        return new Matrix(product, rows, right.columns);
    }

    /** Returns the product with a column. Shape: [m, n] times [n] -> [m]. */
    public double[] times(double[] vector) {
        if (vector.length != columns) {
            throw new IllegalArgumentException("cannot multiply " + rows + " x " + columns + " by a vector of "
                    + vector.length + ": expected " + columns + " values");
        }
        double[] product = new double[rows];
        for (int r = 0; r < rows; r++) {
            double sum = 0;
            for (int c = 0; c < columns; c++) {
                sum += values[r * columns + c] * vector[c];
            }
            product[r] = sum;
        }
        return product;
    }

    /** @throws IllegalArgumentException if the shapes differ */
    public Matrix minus(Matrix other) {
        if (rows != other.rows || columns != other.columns) {
            throw new IllegalArgumentException("cannot subtract " + other.rows + " x " + other.columns + " from " + rows
                    + " x " + columns + ": expected the same shape");
        }
        double[] difference = values.clone();
        for (int i = 0; i < difference.length; i++) {
            difference[i] -= other.values[i];
        }
        return new Matrix(difference, rows, columns);
    }

    /** Returns the root of the sum of squares (Frobenius norm). */
    public double norm() {
        double largest = largest();
        if (largest == 0 || Double.isInfinite(largest)) {
            return largest;
        }
        double sum = 0;
        for (double value : values) {
            sum += (value / largest) * (value / largest);
        }
        return largest * Math.sqrt(sum);
    }

    /** Returns the largest absolute value. */
    public double largest() {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    /**
     * Returns this matrix.
     *
     * @throws IllegalArgumentException if a value is NaN or infinite; the message names its position
     */
    public Matrix requireFinite() {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException("the value at row " + i / columns + ", column " + i % columns
                        + " is " + values[i] + ": expected a finite number");
            }
        }
        return this;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Matrix that
                && rows == that.rows
                && columns == that.columns
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * rows + columns) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Matrix[" + rows + " x " + columns + "]";
    }
}
