package org.industrialmind.foundations.outlier;

import java.util.Arrays;
import org.industrialmind.foundations.algebra.Matrix;

/**
 * Scores a row by how far out in the tails its columns lie, each for itself (ECOD).
 *
 * <p>In each column the share of rows at or below the value and at or above it are tail probabilities; minus their
 * logarithms add up over columns: all left tails, all right tails, and the tail to which each column is skewed. The score is
 * the largest of the three sums. No setting, no scale, no distances; blind to what is unusual only in combination.
 *
 * <p>Complexity: O(n p log n) to fit, O(p log n) a score.
 *
 * @see "Li, Zhao, Hu, Botta, Ionescu and Chen 2022, ECOD: unsupervised outlier detection using empirical cumulative
 *     distribution functions, IEEE TKDE"
 */
public record EmpiricalTails() implements OutlierTrainer {
    public static EmpiricalTails defaults() {
        return new EmpiricalTails();
    }

    /** {@inheritDoc} The seed plays no part. */
    @Override
    public OutlierModel fit(Matrix rows, long seed) {
        rows.requireFinite();
        return new Model(rows);
    }

    private static final class Model implements OutlierModel {
        private final double[][] sorted; // [column][row]
        private final boolean[] leftSkewed;

        Model(Matrix rows) {
            sorted = new double[rows.columns()][];
            leftSkewed = new boolean[rows.columns()];
            for (int c = 0; c < sorted.length; c++) {
                sorted[c] = rows.column(c);
                Arrays.sort(sorted[c]);
                double mean = Arrays.stream(sorted[c]).average().orElseThrow();
                leftSkewed[c] = Arrays.stream(sorted[c])
                                .map(v -> (v - mean) * (v - mean) * (v - mean))
                                .sum()
                        < 0;
            }
        }

        @Override
        public int columns() {
            return sorted.length;
        }

        @Override
        public double score(double[] row) {
            RowCheck.require(row, sorted.length);
            double left = 0;
            double right = 0;
            double skewed = 0;
            for (int c = 0; c < row.length; c++) {
                int n = sorted[c].length;
                // the row itself counts, so that a value beyond all others still has a probability
                double below = -Math.log((count(sorted[c], row[c], true) + 1.0) / (n + 1));
                double above = -Math.log((n - count(sorted[c], row[c], false) + 1.0) / (n + 1));
                left += below;
                right += above;
                skewed += leftSkewed[c] ? below : above;
            }
            return Math.max(skewed, Math.max(left, right));
        }

        /** How many values are less than this one, or at most this one. */
        private static int count(double[] ascending, double value, boolean equalToo) {
            int from = 0;
            int to = ascending.length;
            while (from < to) {
                int middle = (from + to) >>> 1;
                if (ascending[middle] < value || equalToo && ascending[middle] == value) {
                    from = middle + 1;
                } else {
                    to = middle;
                }
            }
            return from;
        }
    }
}
