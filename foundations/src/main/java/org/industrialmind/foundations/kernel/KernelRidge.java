package org.industrialmind.foundations.kernel;

import java.util.stream.IntStream;
import org.industrialmind.foundations.algebra.CholeskyDecomposition;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.supervised.Regressor;
import org.industrialmind.foundations.supervised.RegressorTrainer;
import org.industrialmind.foundations.supervised.TargetRows;

/**
 * Ridge regression in the space of a kernel: a weighted sum of likenesses to all rows, around the mean target.
 *
 * <p>The coefficients solve (K + penalty W^-1) b = y - mean, with W the weights: one Cholesky factor, no search. It is the
 * mean of a Gaussian process whose noise is the penalty. Rows of weight 0 are left out. Columns should be of like scale.
 *
 * <p>Complexity: O(n^3) once and memory for n^2; a few thousand rows.
 *
 * @param penalty above 0
 * @see "Saunders, Gammerman and Vovk 1998, Ridge regression learning algorithm in dual variables, ICML"
 */
public record KernelRidge(Kernel kernel, double penalty) implements RegressorTrainer {
    /** @throws IllegalArgumentException if the penalty is not positive and finite */
    public KernelRidge {
        if (!(penalty > 0) || Double.isInfinite(penalty)) {
            throw new IllegalArgumentException(
                    "kernel ridge with penalty " + penalty + ": expected a finite number above 0");
        }
    }

    public static KernelRidge defaults() {
        return new KernelRidge(Kernel.AUTOMATIC, 1);
    }

    /**
     * {@inheritDoc} The seed plays no part.
     *
     * @throws IllegalArgumentException also if the kernel is no inner product of these rows (the sigmoid may not be)
     */
    @Override
    public Model fit(TargetRows rows, long seed) {
        rows.requireComplete();
        int[] counting =
                IntStream.range(0, rows.size()).filter(r -> rows.weight(r) > 0).toArray();
        TargetRows used = rows.select(counting);
        int n = used.size();
        double total = 0;
        double mean = 0;
        for (int r = 0; r < n; r++) {
            total += used.weight(r);
            mean += used.weight(r) * (used.target(r) - mean) / total;
        }
        Likeness likeness = Likeness.of(Likeness.settled(kernel, used.rows()), used.rows());
        double[] square = new double[n * n];
        double[] centred = new double[n];
        for (int r = 0; r < n; r++) {
            System.arraycopy(likeness.ofRow(r), 0, square, r * n, n);
            square[r * n + r] += penalty / used.weight(r);
            centred[r] = used.target(r) - mean;
        }
        double[] coefficients =
                CholeskyDecomposition.of(Matrix.of(n, n, square)).solve(centred);
        return new Model(likeness, coefficients, mean);
    }

    /** A weighted sum of likenesses to all rows. */
    public static final class Model implements Regressor {
        private final Likeness likeness;
        private final double[] coefficients;
        private final double mean;

        private Model(Likeness likeness, double[] coefficients, double mean) {
            this.likeness = likeness;
            this.coefficients = coefficients;
            this.mean = mean;
        }

        @Override
        public int columns() {
            return likeness.columns;
        }

        @Override
        public double predict(double[] row) {
            double[] like = likeness.of(row);
            double sum = mean;
            for (int r = 0; r < like.length; r++) {
                sum += coefficients[r] * like[r];
            }
            return sum;
        }
    }
}
