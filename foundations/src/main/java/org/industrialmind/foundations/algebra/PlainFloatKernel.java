package org.industrialmind.foundations.algebra;

import java.util.Arrays;
import org.industrialmind.foundations.algebra.FloatOperands.FloatView;

/** The kernel of plain loops in single precision; {@link PlainDoubleKernel} tells how it works. */
final class PlainFloatKernel implements FloatKernel {
    private static final int WIDTH = 512; // columns of b at a time: 256 x 512 floats are 512 KiB, a part of L2
    private static final int ROWS = 32; // rows of c that are one thread's block
    private static final int FEW_ROWS = 4; // below, a copy of b is more work than the product

    @Override
    public void multiply(FloatOperands o) {
        if (o.m() < FEW_ROWS && o.b().columnStep() != 1) {
            multiplyFewRows(o);
            return;
        }
        for (int column = 0; column < o.n(); column += WIDTH) {
            int width = Math.min(WIDTH, o.n() - column);
            for (int from = 0; from < o.k(); from += DEPTH) {
                float[][] block = block(o.b(), from, column, Math.min(DEPTH, o.k() - from), width);
                int firstColumn = column;
                int firstDepth = from;
                Blocks.forEach(o.m(), ROWS, (long) o.m() * width * block.length, row -> {
                    float[] sums = new float[width];
                    for (int r = row; r < Math.min(row + ROWS, o.m()); r++) {
                        Arrays.fill(sums, 0);
                        addRow(o.a(), r, firstDepth, block, sums);
                        addScaled(width, o.factor(), sums, 0, o.c().values(), o.c().index(r, firstColumn));
                    }
                });
            }
        }
    }

    /** A few rows times a transposed matrix: four columns at a time, read where they lie. */
    private static void multiplyFewRows(FloatOperands o) {
        for (int r = 0; r < o.m(); r++) {
            for (int column = 0; column < o.n(); column += 4) {
                for (int from = 0; from < o.k(); from += DEPTH) {
                    addFourColumns(o, r, column, from, Math.min(from + DEPTH, o.k()));
                }
            }
        }
    }

    /** Four sums at a time, so that none waits for the last; at the edge some are the same column, and count once. */
    private static void addFourColumns(FloatOperands o, int r, int column, int from, int to) {
        int columns = Math.min(4, o.n() - column);
        float[] b = o.b().values();
        int b0 = o.b().index(0, column);
        int b1 = o.b().index(0, column + Math.min(1, columns - 1));
        int b2 = o.b().index(0, column + Math.min(2, columns - 1));
        int b3 = o.b().index(0, column + columns - 1);
        float sum0 = 0;
        float sum1 = 0;
        float sum2 = 0;
        float sum3 = 0;
        for (int p = from; p < to; p++) {
            float value = o.a().values()[o.a().index(r, p)];
            int down = p * o.b().rowStep();
            sum0 = Math.fma(value, b[b0 + down], sum0);
            sum1 = Math.fma(value, b[b1 + down], sum1);
            sum2 = Math.fma(value, b[b2 + down], sum2);
            sum3 = Math.fma(value, b[b3 + down], sum3);
        }
        float[] sums = {sum0, sum1, sum2, sum3};
        for (int i = 0; i < columns; i++) {
            int at = o.c().index(r, column + i);
            o.c().values()[at] = Math.fma(o.factor(), sums[i], o.c().values()[at]);
        }
    }

    /** Copies a block of b, each row to an array of its own. */
    private static float[][] block(FloatView b, int row, int column, int rows, int columns) {
        float[][] copy = new float[rows][columns];
        if (b.columnStep() == 1) {
            for (int r = 0; r < rows; r++) {
                System.arraycopy(b.values(), b.index(row + r, column), copy[r], 0, columns);
            }
            return copy;
        }
        for (int c = 0; c < columns; c++) {
            for (int r = 0; r < rows; r++) {
                copy[r][c] = b.values()[b.index(row + r, column + c)];
            }
        }
        return copy;
    }

    /** sums += row r of a, from k = {@code from} on, times the block of b. */
    private static void addRow(FloatView a, int r, int from, float[][] block, float[] sums) {
        int p = 0;
        for (; p + 3 < block.length; p += 4) {
            addFour(
                    a.values()[a.index(r, from + p)],
                    block[p],
                    a.values()[a.index(r, from + p + 1)],
                    block[p + 1],
                    a.values()[a.index(r, from + p + 2)],
                    block[p + 2],
                    a.values()[a.index(r, from + p + 3)],
                    block[p + 3],
                    sums);
        }
        for (; p < block.length; p++) {
            float factor = a.values()[a.index(r, from + p)];
            float[] b = block[p];
            for (int c = 0; c < sums.length; c++) {
                sums[c] = Math.fma(factor, b[c], sums[c]);
            }
        }
    }

    private static void addFour(
            float a0, float[] b0, float a1, float[] b1, float a2, float[] b2, float a3, float[] b3, float[] sums) {
        for (int c = 0;
                c < sums.length;
                c++) { // one index for all arrays: what the compiler asks of a loop to vectorise
            float sum = Math.fma(a1, b1[c], Math.fma(a0, b0[c], sums[c]));
            sums[c] = Math.fma(a3, b3[c], Math.fma(a2, b2[c], sum));
        }
    }

    @Override
    public float dot(int n, float[] x, int xAt, float[] y, int yAt) {
        if (n < LANES) {
            float sum = 0;
            for (int i = 0; i < n; i++) {
                sum = Math.fma(x[xAt + i], y[yAt + i], sum);
            }
            return sum;
        }
        float[] sums = new float[LANES];
        for (int i = 0; i < n; i += LANES) {
            int lanes = Math.min(LANES, n - i);
            for (int lane = 0; lane < lanes; lane++) {
                sums[lane] = Math.fma(x[xAt + i + lane], y[yAt + i + lane], sums[lane]);
            }
        }
        return FloatKernel.fold(sums);
    }

    @Override
    public float squaredDistance(int n, float[] x, int xAt, float[] y, int yAt) {
        if (n < LANES) {
            float sum = 0;
            for (int i = 0; i < n; i++) {
                float difference = x[xAt + i] - y[yAt + i];
                sum = Math.fma(difference, difference, sum);
            }
            return sum;
        }
        float[] sums = new float[LANES];
        for (int i = 0; i < n; i += LANES) {
            int lanes = Math.min(LANES, n - i);
            for (int lane = 0; lane < lanes; lane++) {
                float difference = x[xAt + i + lane] - y[yAt + i + lane];
                sums[lane] = Math.fma(difference, difference, sums[lane]);
            }
        }
        return FloatKernel.fold(sums);
    }

    @Override
    public void addScaled(int n, float factor, float[] x, int xAt, float[] y, int yAt) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = Math.fma(factor, x[xAt + i], y[yAt + i]);
        }
    }
}
