package org.industrialmind.foundations.algebra;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A dense matrix of single-precision numbers that does not change once made: half the memory and twice the speed of
 * {@link Matrix} where seven digits are enough, as for embeddings and learned weights.
 *
 * <p>Shape: [row, column], kept row after row.
 */
public final class FloatMatrix {
    private final int rows;
    private final int columns;
    private final float[] values;

    private FloatMatrix(float[] values, int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        this.values = values;
    }

    /**
     * Makes a matrix from its values, row after row; copied.
     *
     * @throws IllegalArgumentException if a dimension is less than 1 or the number of values is not their product
     */
    public static FloatMatrix of(int rows, int columns, float[] rowMajor) {
        if (rows < 1 || columns < 1 || rowMajor.length != (long) rows * columns) {
            throw new IllegalArgumentException("a " + rows + " x " + columns + " matrix cannot be made of "
                    + rowMajor.length + " values: expected positive dimensions and as many values as their product");
        }
        return new FloatMatrix(rowMajor.clone(), rows, columns);
    }

    /** Returns the matrix rounded to single precision. */
    public static FloatMatrix of(Matrix matrix) {
        double[] exact = matrix.toArray();
        float[] rounded = new float[exact.length];
        for (int i = 0; i < exact.length; i++) {
            rounded[i] = (float) exact[i];
        }
        return new FloatMatrix(rounded, matrix.rows(), matrix.columns());
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    public float get(int row, int column) {
        if (column < 0 || column >= columns) {
            throw new IndexOutOfBoundsException("column " + column + " of a " + rows + " x " + columns + " matrix");
        }
        return values[row * columns + column];
    }

    public float[] row(int row) {
        return Arrays.copyOfRange(values, row * columns, (row + 1) * columns);
    }

    /** Returns all values, row after row; a copy. */
    public float[] toArray() {
        return values.clone();
    }

    public Matrix toDoubles() {
        double[] wide = new double[values.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = values[i];
        }
        return new Matrix(wide, rows, columns);
    }

    public FloatMatrix transposed() {
        float[] turned = new float[values.length];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                turned[c * rows + r] = values[r * columns + c];
            }
        }
        return new FloatMatrix(turned, columns, rows);
    }

    /**
     * Returns the product. Shape: [m, k] times [k, n] -> [m, n]; O(m k n).
     *
     * @throws IllegalArgumentException if the inner dimensions differ
     */
    public FloatMatrix times(FloatMatrix right) {
        Matrix.requireInner(columns, right.rows, rows + " x " + columns, right.rows + " x " + right.columns);
        float[] product = new float[Math.multiplyExact(rows, right.columns)];
        Gemm.add(rows, right.columns, columns, values, right.values, product);
        return new FloatMatrix(product, rows, right.columns);
    }

    /** Returns the product with the other's transpose. Shape: [m, k] times [n, k]' -> [m, n]. */
    public FloatMatrix timesTransposed(FloatMatrix right) {
        Matrix.requireInner(columns, right.columns, rows + " x " + columns, right.columns + " x " + right.rows);
        float[] product = new float[Math.multiplyExact(rows, right.rows)];
        Gemm.addTransposedRight(rows, right.rows, columns, values, right.values, product);
        return new FloatMatrix(product, rows, right.rows);
    }

    /** Returns the product of this matrix's transpose with the other. Shape: [k, m]' times [k, n] -> [m, n]. */
    public FloatMatrix transposedTimes(FloatMatrix right) {
        Matrix.requireInner(rows, right.rows, columns + " x " + rows, right.rows + " x " + right.columns);
        float[] product = new float[Math.multiplyExact(columns, right.columns)];
        Gemm.addTransposedLeft(columns, right.columns, rows, values, right.values, product);
        return new FloatMatrix(product, columns, right.columns);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FloatMatrix that
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
        return "FloatMatrix[" + rows + " x " + columns + "]";
    }
}
