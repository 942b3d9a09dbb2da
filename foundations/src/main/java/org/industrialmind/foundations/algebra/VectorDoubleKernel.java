package org.industrialmind.foundations.algebra;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.industrialmind.foundations.algebra.DoubleOperands.DoubleView;

/**
 * The kernel of vector registers.
 *
 * <p>A product of large matrices does 2 m n k operations on m k + k n + m n numbers. What keeps a processor from doing its
 * two multiply-adds a cycle is fetching those numbers again and again, so the product is cut to the sizes of the caches
 * (Goto and van de Geijn):
 *
 * <ol>
 *   <li>b is cut into blocks of [{@link #DEPTH}, {@value #WIDTH}] and copied into panels two registers wide, each read from
 *       first to last.
 *   <li>a is cut into blocks of [{@value #BLOCK_ROWS}, DEPTH], copied into panels six rows high, which stay in L2 while all
 *       panels of b pass by in L1.
 *   <li>A tile of six rows by two registers of the result stays in twelve registers for the whole depth: two loads of b
 *       and six numbers of a feed twelve multiply-adds. With b's two and a's one that is fifteen registers, of the sixteen
 *       that the plainest processor with vector multiply-adds has; longer tiles gained nothing where there are 32.
 * </ol>
 *
 * <p>Tiles at the edges are computed whole, on panels filled up with zeros, and copied in part. Row blocks of the result
 * belong to different threads.
 *
 * @see "Goto and van de Geijn 2008, Anatomy of high-performance matrix multiplication, ACM TOMS 34(3)"
 */
final class VectorDoubleKernel implements DoubleKernel {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED.length() > LANES / 4
            ? DoubleVector.SPECIES_512
            : DoubleVector.SPECIES_PREFERRED;
    private static final int LENGTH = SPECIES.length();
    private static final int TILE_ROWS = 6;
    private static final int TILE_COLUMNS = 2 * LENGTH;
    private static final int BLOCK_ROWS = 96; // 96 x 256 doubles are 192 KiB: a part of L2
    private static final int WIDTH = 2048; // 256 x 2048 doubles are 4 MiB, shared by all threads
    private static final int DOT_PASSES =
            LANES / (4 * LENGTH); // of four registers each; registers of 512 bits need one
    private static final long TINY = 4096; // multiply-adds below which packing costs more than it saves

    private final DoubleKernel plain = new PlainDoubleKernel();

    @Override
    public void multiply(DoubleOperands o) {
        boolean fewRows = o.m() < TILE_ROWS / 2;
        if (o.work() < TINY || (fewRows && o.b().columnStep() != 1)) {
            plain.multiply(o);
            return;
        }
        if (fewRows) {
            multiplyFewRows(o);
            return;
        }
        double[] panels = new double[Math.min(DEPTH, o.k()) * roundUp(Math.min(WIDTH, o.n()), TILE_COLUMNS)];
        for (int column = 0; column < o.n(); column += WIDTH) {
            int width = Math.min(WIDTH, o.n() - column);
            for (int from = 0; from < o.k(); from += DEPTH) {
                multiplyBlock(o, from, Math.min(DEPTH, o.k() - from), column, width, panels);
            }
        }
    }

    /** A few rows times a matrix: its rows are added up where they lie, as packing would take longer than the product. */
    private void multiplyFewRows(DoubleOperands o) {
        double[] sums = new double[o.n()];
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

    private static void multiplyBlock(DoubleOperands o, int from, int depth, int column, int width, double[] panels) {
        long work = (long) o.m() * width * depth;
        Blocks.forEach(width, TILE_COLUMNS, work, c -> {
            int columns = Math.min(TILE_COLUMNS, width - c);
            packColumns(o.b(), from, depth, column + c, columns, panels, c * depth);
        });
        Blocks.forEach(o.m(), BLOCK_ROWS, work, row -> {
            int rows = Math.min(BLOCK_ROWS, o.m() - row);
            double[] block = new double[roundUp(rows, TILE_ROWS) * depth];
            for (int r = 0; r < rows; r += TILE_ROWS) {
                packRows(o.a(), row + r, Math.min(TILE_ROWS, rows - r), from, depth, block, r * depth);
            }
            multiplyPanels(o, row, rows, column, width, depth, block, panels);
        });
    }

    /** Copies some rows of a, column after column; rows that are missing stay zero. */
    private static void packRows(DoubleView a, int row, int rows, int from, int depth, double[] panel, int at) {
        for (int r = 0; r < rows; r++) {
            int source = a.index(row + r, from);
            for (int p = 0; p < depth; p++) {
                panel[at + p * TILE_ROWS + r] = a.values()[source + p * a.columnStep()];
            }
        }
    }

    /** Copies some columns of b, row after row; columns that are missing are zero. */
    private static void packColumns(
            DoubleView b, int from, int depth, int column, int columns, double[] panel, int at) {
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
            DoubleOperands o, int row, int rows, int column, int width, int depth, double[] block, double[] panels) {
        double[] edge = new double[TILE_ROWS * TILE_COLUMNS];
        DoubleView c = o.c();
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
            int rows, int columns, double[] from, int fromAt, int fromStep, double[] to, int toAt, int toStep) {
        for (int r = 0; r < rows; r++) {
            System.arraycopy(from, fromAt + r * fromStep, to, toAt + r * toStep, columns);
        }
    }

    /** Adds the product of a panel of a and a panel of b to a tile of c; every sum in a register of its own. */
    private static void tile(
            int depth, double factor, double[] a, int aAt, double[] b, int bAt, double[] c, int cAt, int cStep) {
        DoubleVector c00 = DoubleVector.zero(SPECIES);
        DoubleVector c01 = c00;
        DoubleVector c10 = c00;
        DoubleVector c11 = c00;
        DoubleVector c20 = c00;
        DoubleVector c21 = c00;
        DoubleVector c30 = c00;
        DoubleVector c31 = c00;
        DoubleVector c40 = c00;
        DoubleVector c41 = c00;
        DoubleVector c50 = c00;
        DoubleVector c51 = c00;
        for (int p = 0; p < depth; p++) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, bAt + p * TILE_COLUMNS);
            DoubleVector b1 = DoubleVector.fromArray(SPECIES, b, bAt + p * TILE_COLUMNS + LENGTH);
            int at = aAt + p * TILE_ROWS;
            DoubleVector a0 = DoubleVector.broadcast(SPECIES, a[at]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            DoubleVector a1 = DoubleVector.broadcast(SPECIES, a[at + 1]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            DoubleVector a2 = DoubleVector.broadcast(SPECIES, a[at + 2]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            DoubleVector a3 = DoubleVector.broadcast(SPECIES, a[at + 3]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
            DoubleVector a4 = DoubleVector.broadcast(SPECIES, a[at + 4]);
            c40 = a4.fma(b0, c40);
            c41 = a4.fma(b1, c41);
            DoubleVector a5 = DoubleVector.broadcast(SPECIES, a[at + 5]);
            c50 = a5.fma(b0, c50);
            c51 = a5.fma(b1, c51);
        }
        DoubleVector scale = DoubleVector.broadcast(SPECIES, factor);
        store(scale, c00, c01, c, cAt);
        store(scale, c10, c11, c, cAt + cStep);
        store(scale, c20, c21, c, cAt + 2 * cStep);
        store(scale, c30, c31, c, cAt + 3 * cStep);
        store(scale, c40, c41, c, cAt + 4 * cStep);
        store(scale, c50, c51, c, cAt + 5 * cStep);
    }

    private static void store(DoubleVector scale, DoubleVector left, DoubleVector right, double[] c, int at) {
        scale.fma(left, DoubleVector.fromArray(SPECIES, c, at)).intoArray(c, at);
        scale.fma(right, DoubleVector.fromArray(SPECIES, c, at + LENGTH)).intoArray(c, at + LENGTH);
    }

    @Override
    public double dot(int n, double[] x, int xAt, double[] y, int yAt) {
        if (n < LANES) {
            return plain.dot(n, x, xAt, y, yAt);
        }
        double[] sums = new double[LANES];
        int whole = n / LANES * LANES;
        for (int pass = 0; pass < DOT_PASSES; pass++) {
            addProducts(whole, x, xAt, y, yAt, sums, pass * 4 * LENGTH);
        }
        for (int i = whole; i < n; i++) {
            sums[i - whole] = Math.fma(x[xAt + i], y[yAt + i], sums[i - whole]);
        }
        return DoubleKernel.fold(sums);
    }

    /** Makes four registers of the sums, from the first of them on. */
    private static void addProducts(int whole, double[] x, int xAt, double[] y, int yAt, double[] sums, int first) {
        DoubleVector sum0 = DoubleVector.zero(SPECIES);
        DoubleVector sum1 = DoubleVector.zero(SPECIES);
        DoubleVector sum2 = DoubleVector.zero(SPECIES);
        DoubleVector sum3 = DoubleVector.zero(SPECIES);
        for (int i = first; i < whole; i += LANES) {
            sum0 = load(x, xAt + i).fma(load(y, yAt + i), sum0);
            sum1 = load(x, xAt + i + LENGTH).fma(load(y, yAt + i + LENGTH), sum1);
            sum2 = load(x, xAt + i + 2 * LENGTH).fma(load(y, yAt + i + 2 * LENGTH), sum2);
            sum3 = load(x, xAt + i + 3 * LENGTH).fma(load(y, yAt + i + 3 * LENGTH), sum3);
        }
        store(sums, first, sum0, sum1, sum2, sum3);
    }

    @Override
    public double squaredDistance(int n, double[] x, int xAt, double[] y, int yAt) {
        if (n < LANES) {
            return plain.squaredDistance(n, x, xAt, y, yAt);
        }
        double[] sums = new double[LANES];
        int whole = n / LANES * LANES;
        for (int pass = 0; pass < DOT_PASSES; pass++) {
            addSquares(whole, x, xAt, y, yAt, sums, pass * 4 * LENGTH);
        }
        for (int i = whole; i < n; i++) {
            double difference = x[xAt + i] - y[yAt + i];
            sums[i - whole] = Math.fma(difference, difference, sums[i - whole]);
        }
        return DoubleKernel.fold(sums);
    }

    private static void addSquares(int whole, double[] x, int xAt, double[] y, int yAt, double[] sums, int first) {
        DoubleVector sum0 = DoubleVector.zero(SPECIES);
        DoubleVector sum1 = DoubleVector.zero(SPECIES);
        DoubleVector sum2 = DoubleVector.zero(SPECIES);
        DoubleVector sum3 = DoubleVector.zero(SPECIES);
        for (int i = first; i < whole; i += LANES) {
            sum0 = addSquare(x, xAt + i, y, yAt + i, sum0);
            sum1 = addSquare(x, xAt + i + LENGTH, y, yAt + i + LENGTH, sum1);
            sum2 = addSquare(x, xAt + i + 2 * LENGTH, y, yAt + i + 2 * LENGTH, sum2);
            sum3 = addSquare(x, xAt + i + 3 * LENGTH, y, yAt + i + 3 * LENGTH, sum3);
        }
        store(sums, first, sum0, sum1, sum2, sum3);
    }

    private static DoubleVector load(double[] values, int at) {
        return DoubleVector.fromArray(SPECIES, values, at);
    }

    private static DoubleVector addSquare(double[] x, int xAt, double[] y, int yAt, DoubleVector sum) {
        DoubleVector difference = load(x, xAt).sub(load(y, yAt));
        return difference.fma(difference, sum);
    }

    private static void store(
            double[] sums, int at, DoubleVector sum0, DoubleVector sum1, DoubleVector sum2, DoubleVector sum3) {
        sum0.intoArray(sums, at);
        sum1.intoArray(sums, at + LENGTH);
        sum2.intoArray(sums, at + 2 * LENGTH);
        sum3.intoArray(sums, at + 3 * LENGTH);
    }

    @Override
    public void addScaled(int n, double factor, double[] x, int xAt, double[] y, int yAt) {
        int whole = SPECIES.loopBound(n);
        DoubleVector scale = DoubleVector.broadcast(SPECIES, factor);
        for (int i = 0; i < whole; i += LENGTH) {
            scale.fma(load(x, xAt + i), load(y, yAt + i)).intoArray(y, yAt + i);
        }
        for (int i = whole; i < n; i++) {
            y[yAt + i] = Math.fma(factor, x[xAt + i], y[yAt + i]);
        }
    }

    @Override
    public void rotate(int n, double c, double s, double[] x, int xAt, double[] y, int yAt) {
        int whole = SPECIES.loopBound(n);
        DoubleVector cosine = DoubleVector.broadcast(SPECIES, c);
        DoubleVector sine = DoubleVector.broadcast(SPECIES, s);
        DoubleVector minus = DoubleVector.broadcast(SPECIES, -s);
        for (int i = 0; i < whole; i += LENGTH) {
            DoubleVector xi = load(x, xAt + i);
            DoubleVector yi = load(y, yAt + i);
            sine.fma(yi, cosine.mul(xi)).intoArray(x, xAt + i);
            minus.fma(xi, cosine.mul(yi)).intoArray(y, yAt + i);
        }
        plain.rotate(n - whole, c, s, x, xAt + whole, y, yAt + whole);
    }
}
