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
    private static final int TURNED = 32;

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

    /** Copies a row into the beginning of an array, for loops that would rather not allocate. */
    public void copyRow(int row, double[] into) {
        System.arraycopy(values, row * columns, into, 0, columns);
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

    /** Returns the array itself, for this package's own arithmetic. */
    double[] values() {
        return values;
    }

    public Matrix transposed() {
        double[] turned = new double[values.length];
        for (int from = 0; from < rows; from += TURNED) { // in squares, so that neither side leaves the cache
            for (int left = 0; left < columns; left += TURNED) {
                for (int r = from; r < Math.min(rows, from + TURNED); r++) {
                    for (int c = left; c < Math.min(columns, left + TURNED); c++) {
                        turned[c * rows + r] = values[r * columns + c];
                    }
                }
            }
        }
        return new Matrix(turned, columns, rows);
    }

    /**
     * Returns the product. Shape: [m, k] times [k, n] -> [m, n]; O(m k n), see {@link Gemm}.
     *
     * @throws IllegalArgumentException if the inner dimensions differ
     */
    public Matrix times(Matrix right) {
        requireInner(columns, right.rows, rows + " x " + columns, right.rows + " x " + right.columns);
        double[] product = new double[Math.multiplyExact(rows, right.columns)];
        Gemm.add(rows, right.columns, columns, values, right.values, product);
        return new Matrix(product, rows, right.columns);
    }

    /** Returns the product with the other's transpose, not forming it. Shape: [m, k] times [n, k]' -> [m, n]. */
    public Matrix timesTransposed(Matrix right) {
        requireInner(columns, right.columns, rows + " x " + columns, right.columns + " x " + right.rows);
        double[] product = new double[Math.multiplyExact(rows, right.rows)];
        Gemm.addTransposedRight(rows, right.rows, columns, values, right.values, product);
        return new Matrix(product, rows, right.rows);
    }

    /** Returns the product of this matrix's transpose with the other. Shape: [k, m]' times [k, n] -> [m, n]. */
    public Matrix transposedTimes(Matrix right) {
        requireInner(rows, right.rows, columns + " x " + rows, right.rows + " x " + right.columns);
        double[] product = new double[Math.multiplyExact(columns, right.columns)];
        Gemm.addTransposedLeft(columns, right.columns, rows, values, right.values, product);
        return new Matrix(product, columns, right.columns);
    }

    static void requireInner(int leftColumns, int rightRows, String left, String right) {
        if (leftColumns != rightRows) {
            throw new IllegalArgumentException("cannot multiply " + left + " by " + right
                    + ": expected as many rows on the right as columns on the left");
        }
    }

    /** Returns the product with a column. Shape: [m, n] times [n] -> [m]. */
    public double[] times(double[] vector) {
        requireVector(vector, columns, "");
        double[] product = new double[rows];
        Gemm.addTimesVector(rows, columns, 1, values, 0, columns, vector, 0, product, 0);
        return product;
    }

    /** Returns the product of this matrix's transpose with a column. Shape: [m, n]' times [m] -> [n]. */
    public double[] transposedTimes(double[] vector) {
        requireVector(vector, rows, "the transpose of ");
        double[] product = new double[columns];
        Gemm.addTransposedTimesVector(rows, columns, 1, values, 0, columns, vector, 0, product, 0);
        return product;
    }

    private void requireVector(double[] vector, int expected, String turned) {
        if (vector.length != expected) {
            throw new IllegalArgumentException("cannot multiply " + turned + rows + " x " + columns + " by a vector of "
                    + vector.length + ": expected " + expected + " values");
        }
    }

    /**
     * Returns the sum of products of a row and a vector.
     *
     * @throws IllegalArgumentException if the vector has not one value a column
     */
    public double dot(int row, double[] vector) {
        requireVector(vector, columns, "a row of ");
        return Vectors.dot(columns, values, row * columns, vector, 0);
    }

    /** @throws IllegalArgumentException if the shapes differ */
    public Matrix plus(Matrix other) {
        requireShape(other, "add", "to");
        double[] sum = values.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += other.values[i];
        }
        return new Matrix(sum, rows, columns);
    }

    /** @throws IllegalArgumentException if the shapes differ */
    public Matrix minus(Matrix other) {
        requireShape(other, "subtract", "from");
        double[] difference = values.clone();
        for (int i = 0; i < difference.length; i++) {
            difference[i] -= other.values[i];
        }
        return new Matrix(difference, rows, columns);
    }

    private void requireShape(Matrix other, String verb, String preposition) {
        if (rows != other.rows || columns != other.columns) {
            throw new IllegalArgumentException("cannot " + verb + " " + other.rows + " x " + other.columns + " "
                    + preposition + " " + rows + " x " + columns + ": expected the same shape");
        }
    }

    /** Returns the matrix with every value multiplied by the factor. */
    public Matrix scaled(double factor) {
        double[] scaled = values.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= factor;
        }
        return new Matrix(scaled, rows, columns);
    }

    /** Returns the mean of each column, NaN where a value is not finite. Compensated: a million rows lose no digit. */
    public double[] columnMeans() {
        double[] sums = new double[columns];
        double[] lost = new double[columns]; // what rounding took from each sum so far (Kahan)
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                double value = values[r * columns + c] - lost[c];
                double sum = sums[c] + value;
                lost[c] = (sum - sums[c]) - value;
                sums[c] = sum;
            }
        }
        for (int c = 0; c < columns; c++) {
            sums[c] /= rows;
        }
        return sums;
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
