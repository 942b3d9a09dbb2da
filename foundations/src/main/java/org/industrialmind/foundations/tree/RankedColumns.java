package org.industrialmind.foundations.tree;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.industrialmind.foundations.algebra.Matrix;

/** The columns of a table, each value with its rank among the distinct values of its column; made once for all trees. */
final class RankedColumns {
    private final int rows;
    private final int[][] ranks;
    private final double[][] distinct; // ascending

    RankedColumns(Matrix table) {
        rows = table.rows();
        ranks = new int[table.columns()][rows];
        distinct = new double[table.columns()][];
        IntStream.range(0, ranks.length).parallel().forEach(c -> rank(c, table.column(c)));
    }

    private void rank(int c, double[] values) {
        for (int r = 0; r < rows; r++) {
            values[r] += 0.0; // -0.0 becomes 0.0, which it equals
        }
        double[] ascending = values.clone();
        Arrays.sort(ascending);
        int count = 0;
        for (double value : ascending) {
            if (count == 0 || value != ascending[count - 1]) {
                ascending[count++] = value;
            }
        }
        distinct[c] = Arrays.copyOf(ascending, count);
        for (int r = 0; r < rows; r++) {
            ranks[c][r] = Arrays.binarySearch(distinct[c], values[r]);
        }
    }

    int rows() {
        return rows;
    }

    int columns() {
        return ranks.length;
    }

    double value(int column, int rank) {
        return distinct[column][rank];
    }

    /** Returns the rank of the largest value that does not exceed a number; at least one does not. */
    int rankAtMost(int column, double number) {
        int position = Arrays.binarySearch(distinct[column], number);
        return position >= 0 ? position : -position - 2;
    }

    /** The ranks of a column, row after row; not a copy. */
    int[] ranks(int column) {
        return ranks[column];
    }

    /** Returns a number halfway between two ranks that the lower does not exceed and the higher does. */
    double between(int column, int low, int high) {
        double below = distinct[column][low];
        double above = distinct[column][high];
        double middle = 0.5 * below + 0.5 * above; // halved first: the sum may overflow
        return middle >= below && middle < above ? middle : below;
    }
}
