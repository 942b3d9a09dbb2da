package org.industrialmind.foundations.algebra;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.industrialmind.foundations.algebra.FloatOperands.FloatView;

/** The kernel of vector registers in single precision; {@link VectorDoubleKernel} tells how it works. */
final class VectorFloatKernel implements FloatKernel {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED.length() > LANES / 4
            ? FloatVector.SPECIES_512
            : FloatVector.SPECIES_PREFERRED;
    private static final int LENGTH = SPECIES.length();
    private static final int TILE_ROWS = 6;
    private static final int TILE_COLUMNS = 2 * LENGTH;
    private static final int BLOCK_ROWS = 96; // 96 x 256 floats are 96 KiB: a part of L2
    private static final int WIDTH = 2048; // 256 x 2048 floats are 2 MiB, shared by all threads
    private static final int DOT_PASSES =
            LANES / (4 * LENGTH); // of four registers each; registers of 512 bits need one
    private static final long TINY = 4096; // multiply-adds below which packing costs more than it saves

    private final FloatKernel plain = new PlainFloatKernel();

    @Override
    public void multiply(FloatOperands o) {
        boolean fewRows = o.m() < TILE_ROWS / 2;
        if (o.work() < TINY || (fewRows && o.b().columnStep() != 1)) {
            plain.multiply(o);
            return;
        }
        if (fewRows) {
            multiplyFewRows(o);
            return;
        }
        float[] panels = new float[Math.min(DEPTH, o.k()) * roundUp(Math.min(WIDTH, o.n()), TILE_COLUMNS)];
        for (int column = 0; column < o.n(); column += WIDTH) {
            int width = Math.min(WIDTH, o.n() - column);
            for (int from = 0; from < o.k(); from += DEPTH) {
                multiplyBlock(o, from, Math.min(DEPTH, o.k() - from), column, width, panels);
            }
        }
    }

    /** A few rows times a matrix: its rows are added up where they lie, as packing would take longer than the product. */
    private void multiplyFewRows(FloatOperands o) {
        float[] sums = new float[o.n()];
        for (int r = 0; r < o.m(); r++) {
            for (int from = 0; from < o.k(); from += DEPTH) {
                Arrays.fill(sums, 0);
                for (int p = from; p < Math.min(from + DEPTH, o.k()); p++) {
                    addScaled(o.n(), o.a().values()[o.a().index(r, p)], o.b().values(), o.b().index(p, 0), sums, 0);
                }
                addScaled(o.n(), o.factor(), sums, 0, o.c().values(), o.c().index(r, 0));
            }
        }
    }

    private static int roundUp(int size, int step) {
        return (size + step - 1) / step * step;
    }

    private static void multiplyBlock(FloatOperands o, int from, int depth, int column, int width, float[] panels) {
        long work = (long) o.m() * width * depth;
        Blocks.forEach(width, TILE_COLUMNS, work, c -> {
            int columns = Math.min(TILE_COLUMNS, width - c);
            packColumns(o.b(), from, depth, column + c, columns, panels, c * depth);
        });
        Blocks.forEach(o.m(), BLOCK_ROWS, work, row -> {
            int rows = Math.min(BLOCK_ROWS, o.m() - row);
            float[] block = new float[roundUp(rows, TILE_ROWS) * depth];
            for (int r = 0; r < rows; r += TILE_ROWS) {
                packRows(o.a(), row + r, Math.min(TILE_ROWS, rows - r), from, depth, block, r * depth);
            }
            multiplyPanels(o, row, rows, column, width, depth, block, panels);
        });
    }

    /** Copies some rows of a, column after column; rows that are missing stay zero. */
    private static void packRows(FloatView a, int row, int rows, int from, int depth, float[] panel, int at) {
        for (int r = 0; r < rows; r++) {
            int source = a.index(row + r, from);
            for (int p = 0; p < depth; p++) {
                panel[at + p * TILE_ROWS + r] = a.values()[source + p * a.columnStep()];
            }
        }
    }

    /** Copies some columns of b, row after row; columns that are missing are zero. */
    private static void packColumns(FloatView b, int from, int depth, int column, int columns, float[] panel, int at) {
        if (columns < TILE_COLUMNS) {
            Arrays.fill(panel, at, at + depth * TILE_COLUMNS, 0);
        }
        if (b.columnStep() == 1) {
            for (int p = 0; p < depth; p++) {
                System.arraycopy(b.values(), b.index(from + p, column), panel, at + p * TILE_COLUMNS, columns);
            }
            return;
        }
        for (int c = 0; c < columns; c++) {
            int source = b.index(from, column + c);
            for (int p = 0; p < depth; p++) {
                panel[at + p * TILE_COLUMNS + c] = b.values()[source + p * b.rowStep()];
            }
        }
    }

    private static void multiplyPanels(
            FloatOperands o, int row, int rows, int column, int width, int depth, float[] block, float[] panels) {
        float[] edge = new float[TILE_ROWS * TILE_COLUMNS];
        FloatView c = o.c();
        for (int j = 0; j < width; j += TILE_COLUMNS) {
            int columns = Math.min(TILE_COLUMNS, width - j);
            for (int i = 0; i < rows; i += TILE_ROWS) {
                int height = Math.min(TILE_ROWS, rows - i);
                int at = c.index(row + i, column + j);
                if (height == TILE_ROWS && columns == TILE_COLUMNS) {
                    tile(depth, o.factor(), block, i * depth, panels, j * depth, c.values(), at, c.rowStep());
                } else {
                    copy(height, columns, c.values(), at, c.rowStep(), edge, 0, TILE_COLUMNS);
                    tile(depth, o.factor(), block, i * depth, panels, j * depth, edge, 0, TILE_COLUMNS);
                    copy(height, columns, edge, 0, TILE_COLUMNS, c.values(), at, c.rowStep());
                }
            }
        }
    }

    private static void copy(
            int rows, int columns, float[] from, int fromAt, int fromStep, float[] to, int toAt, int toStep) {
        for (int r = 0; r < rows; r++) {
            System.arraycopy(from, fromAt + r * fromStep, to, toAt + r * toStep, columns);
        }
    }

    /** Adds the product of a panel of a and a panel of b to a tile of c; every sum in a register of its own. */
    private static void tile(
            int depth, float factor, float[] a, int aAt, float[] b, int bAt, float[] c, int cAt, int cStep) {
        FloatVector c00 = FloatVector.zero(SPECIES);
        FloatVector c01 = c00;
        FloatVector c10 = c00;
        FloatVector c11 = c00;
        FloatVector c20 = c00;
        FloatVector c21 = c00;
        FloatVector c30 = c00;
        FloatVector c31 = c00;
        FloatVector c40 = c00;
        FloatVector c41 = c00;
        FloatVector c50 = c00;
        FloatVector c51 = c00;
        for (int p = 0; p < depth; p++) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, bAt + p * TILE_COLUMNS);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, bAt + p * TILE_COLUMNS + LENGTH);
            int at = aAt + p * TILE_ROWS;
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[at]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[at + 1]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[at + 2]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[at + 3]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
            FloatVector a4 = FloatVector.broadcast(SPECIES, a[at + 4]);
            c40 = a4.fma(b0, c40);
            c41 = a4.fma(b1, c41);
            FloatVector a5 = FloatVector.broadcast(SPECIES, a[at + 5]);
            c50 = a5.fma(b0, c50);
            c51 = a5.fma(b1, c51);
        }
        FloatVector scale = FloatVector.broadcast(SPECIES, factor);
        store(scale, c00, c01, c, cAt);
        store(scale, c10, c11, c, cAt + cStep);
        store(scale, c20, c21, c, cAt + 2 * cStep);
        store(scale, c30, c31, c, cAt + 3 * cStep);
        store(scale, c40, c41, c, cAt + 4 * cStep);
        store(scale, c50, c51, c, cAt + 5 * cStep);
    }

    private static void store(FloatVector scale, FloatVector left, FloatVector right, float[] c, int at) {
        scale.fma(left, FloatVector.fromArray(SPECIES, c, at)).intoArray(c, at);
        scale.fma(right, FloatVector.fromArray(SPECIES, c, at + LENGTH)).intoArray(c, at + LENGTH);
    }

    @Override
    public float dot(int n, float[] x, int xAt, float[] y, int yAt) {
        if (n < LANES) {
            return plain.dot(n, x, xAt, y, yAt);
        }
        float[] sums = new float[LANES];
        int whole = n / LANES * LANES;
        for (int pass = 0; pass < DOT_PASSES; pass++) {
            addProducts(whole, x, xAt, y, yAt, sums, pass * 4 * LENGTH);
        }
        for (int i = whole; i < n; i++) {
            sums[i - whole] = Math.fma(x[xAt + i], y[yAt + i], sums[i - whole]);
        }
        return FloatKernel.fold(sums);
    }

    /** Makes four registers of the sums, from the first of them on. */
    private static void addProducts(int whole, float[] x, int xAt, float[] y, int yAt, float[] sums, int first) {
        FloatVector sum0 = FloatVector.zero(SPECIES);
        FloatVector sum1 = FloatVector.zero(SPECIES);
        FloatVector sum2 = FloatVector.zero(SPECIES);
        FloatVector sum3 = FloatVector.zero(SPECIES);
        for (int i = first; i < whole; i += LANES) {
            sum0 = load(x, xAt + i).fma(load(y, yAt + i), sum0);
            sum1 = load(x, xAt + i + LENGTH).fma(load(y, yAt + i + LENGTH), sum1);
            sum2 = load(x, xAt + i + 2 * LENGTH).fma(load(y, yAt + i + 2 * LENGTH), sum2);
            sum3 = load(x, xAt + i + 3 * LENGTH).fma(load(y, yAt + i + 3 * LENGTH), sum3);
        }
        store(sums, first, sum0, sum1, sum2, sum3);
    }

    @Override
    public float squaredDistance(int n, float[] x, int xAt, float[] y, int yAt) {
        if (n < LANES) {
            return plain.squaredDistance(n, x, xAt, y, yAt);
        }
        float[] sums = new float[LANES];
        int whole = n / LANES * LANES;
        for (int pass = 0; pass < DOT_PASSES; pass++) {
            addSquares(whole, x, xAt, y, yAt, sums, pass * 4 * LENGTH);
        }
        for (int i = whole; i < n; i++) {
            float difference = x[xAt + i] - y[yAt + i];
            sums[i - whole] = Math.fma(difference, difference, sums[i - whole]);
        }
        return FloatKernel.fold(sums);
    }

    private static void addSquares(int whole, float[] x, int xAt, float[] y, int yAt, float[] sums, int first) {
        FloatVector sum0 = FloatVector.zero(SPECIES);
        FloatVector sum1 = FloatVector.zero(SPECIES);
        FloatVector sum2 = FloatVector.zero(SPECIES);
        FloatVector sum3 = FloatVector.zero(SPECIES);
        for (int i = first; i < whole; i += LANES) {
            sum0 = addSquare(x, xAt + i, y, yAt + i, sum0);
            sum1 = addSquare(x, xAt + i + LENGTH, y, yAt + i + LENGTH, sum1);
            sum2 = addSquare(x, xAt + i + 2 * LENGTH, y, yAt + i + 2 * LENGTH, sum2);
            sum3 = addSquare(x, xAt + i + 3 * LENGTH, y, yAt + i + 3 * LENGTH, sum3);
        }
        store(sums, first, sum0, sum1, sum2, sum3);
    }

    private static FloatVector load(float[] values, int at) {
        return FloatVector.fromArray(SPECIES, values, at);
    }

    private static FloatVector addSquare(float[] x, int xAt, float[] y, int yAt, FloatVector sum) {
        FloatVector difference = load(x, xAt).sub(load(y, yAt));
        return difference.fma(difference, sum);
    }

    private static void store(
            float[] sums, int at, FloatVector sum0, FloatVector sum1, FloatVector sum2, FloatVector sum3) {
        sum0.intoArray(sums, at);
        sum1.intoArray(sums, at + LENGTH);
        sum2.intoArray(sums, at + 2 * LENGTH);
        sum3.intoArray(sums, at + 3 * LENGTH);
    }

    @Override
    public void addScaled(int n, float factor, float[] x, int xAt, float[] y, int yAt) {
        int whole = SPECIES.loopBound(n);
        FloatVector scale = FloatVector.broadcast(SPECIES, factor);
        for (int i = 0; i < whole; i += LENGTH) {
            scale.fma(load(x, xAt + i), load(y, yAt + i)).intoArray(y, yAt + i);
        }
        for (int i = whole; i < n; i++) {
            y[yAt + i] = Math.fma(factor, x[xAt + i], y[yAt + i]);
        }
    }
}
