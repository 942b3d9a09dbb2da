package org.industrialmind.recipes.lowrank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.decomposition.LowRank;
import org.industrialmind.foundations.decomposition.LowRankModel;
import org.industrialmind.learning.plot.Picture;
import org.industrialmind.recipes.recipe.ResultTable;

/**
 * A picture from its first singular values: what is stored, and what is lost.
 *
 * <p>A stored number is taken as 4 bytes, a pixel as one. The loss is the ratio of the full range of brightness to the root
 * of the mean squared error (PSNR), in decibels: above 40 the eye sees no difference, below 20 it sees little else. How the
 * pixels are laid out does not change it.
 */
final class Compression {
    private static final int BYTES = 4; // of a stored number

    private final Matrix table;
    private final UnaryOperator<Matrix> laidOut;
    private final int[] ranks;
    private final LowRankModel exact; // of the highest rank: lower ones are its beginning
    private final double secondsExact;

    /**
     * Decomposes a table exactly.
     *
     * @param table brightnesses in [0, 1]
     * @param laidOut makes a picture of the table
     * @param ranks in ascending order; those above the number of rows or columns are left out
     */
    Compression(Matrix table, UnaryOperator<Matrix> laidOut, int... ranks) {
        this.table = table;
        this.laidOut = laidOut;
        this.ranks = Arrays.stream(ranks)
                .filter(rank -> rank <= Math.min(table.rows(), table.columns()))
                .toArray();
        long began = System.nanoTime();
        exact = LowRank.exactly(this.ranks[this.ranks.length - 1]).fit(table, 0);
        secondsExact = (System.nanoTime() - began) / 1e9;
    }

    double secondsExact() {
        return secondsExact;
    }

    /** Returns the ratio in decibels of the full range to the error, brightnesses outside [0, 1] being cut off. */
    double psnr(Matrix other) {
        double squares = 0;
        double[] wanted = table.toArray();
        double[] seen = other.toArray();
        for (int i = 0; i < wanted.length; i++) {
            double miss = Math.clamp(seen[i], 0, 1) - wanted[i];
            squares += miss * miss;
        }
        return -10 * Math.log10(squares / wanted.length);
    }

    /** Returns the nearest table of a rank, from the exact decomposition. */
    Matrix exactly(int rank) {
        double[][] tall = new double[table.rows()][];
        for (int r = 0; r < tall.length; r++) {
            tall[r] = Arrays.copyOf(exact.coordinates().row(r), rank);
        }
        double[][] wide = new double[rank][];
        for (int k = 0; k < rank; k++) {
            wide[k] = exact.directions().row(k);
        }
        return Matrix.ofRows(tall).times(Matrix.ofRows(wide));
    }

    Picture picture(Matrix rows) {
        return Picture.of(laidOut.apply(rows), 1);
    }

    ResultTable judged(String title, long seed) {
        int pixels = table.rows() * table.columns();
        ResultTable results = ResultTable.of(title, "bytes", "%", "PSNR", "randomised", "seconds")
                .row("a byte a pixel", untouched(pixels, pixels))
                .row("PNG, nothing lost", untouched(picture(table).bytes().length, pixels))
                .row("one grey", row(1, pixels, psnr(grey()), Double.NaN, Double.NaN));
        for (int rank : ranks) {
            long began = System.nanoTime();
            LowRankModel random = LowRank.randomised(rank).fit(table, seed);
            double seconds = (System.nanoTime() - began) / 1e9;
            results = results.row(
                    "rank " + rank,
                    row((long) BYTES * random.numbers(), pixels, psnr(exactly(rank)), psnr(random.table()), seconds));
        }
        return results;
    }

    private Matrix grey() {
        double[] values = table.toArray();
        Arrays.fill(values, Arrays.stream(values).average().orElseThrow());
        return Matrix.of(table.rows(), table.columns(), values);
    }

    private static List<ResultTable.Cell> untouched(long bytes, long pixels) {
        List<ResultTable.Cell> cells = new ArrayList<>(row(bytes, pixels, Double.NaN, Double.NaN, Double.NaN));
        cells.set(2, new ResultTable.Words("exact"));
        return cells;
    }

    private static List<ResultTable.Cell> row(long bytes, long pixels, double psnr, double randomised, double seconds) {
        return List.of(
                ResultTable.count(bytes),
                new ResultTable.Number(100.0 * bytes / pixels, 1),
                new ResultTable.Number(psnr, 2),
                new ResultTable.Number(randomised, 2),
                new ResultTable.Number(seconds, 2));
    }
}
