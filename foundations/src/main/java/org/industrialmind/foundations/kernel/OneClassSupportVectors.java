package org.industrialmind.foundations.kernel;

import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.outlier.OutlierModel;
import org.industrialmind.foundations.outlier.OutlierTrainer;

/**
 * The one-class machine: a surface around most of the rows, as far from the origin of the kernel's space as a given share
 * of rows left outside allows.
 *
 * <p>The share bounds both the rows outside (from above) and the rows leaned on (from below). A score above 0 lies outside.
 * Columns should be of like scale.
 *
 * @param share of rows that may be outside, in (0, 1]
 * @param tolerance of the optimality conditions
 * @see "Schoelkopf, Platt, Shawe-Taylor, Smola and Williamson 2001, Estimating the support of a high-dimensional
 *     distribution, Neural Computation 13(7)"
 */
public record OneClassSupportVectors(Kernel kernel, double share, double tolerance) implements OutlierTrainer {
    /** @throws IllegalArgumentException if a setting is outside its range */
    public OneClassSupportVectors {
        if (!(share > 0 && share <= 1) || !(tolerance > 0)) {
            throw new IllegalArgumentException("one class with a share of " + share + " outside and tolerance "
                    + tolerance + ": expected a share in (0, 1] and a tolerance above 0");
        }
    }

    public static OneClassSupportVectors defaults() {
        return new OneClassSupportVectors(Kernel.AUTOMATIC, 0.1, 1e-3);
    }

    /** {@inheritDoc} The seed plays no part. */
    @Override
    public Model fit(Matrix rows, long seed) {
        rows.requireFinite();
        int n = rows.rows();
        Likeness all = Likeness.of(Likeness.settled(kernel, rows), rows);
        double[] high = new double[n];
        double[] start = new double[n];
        double left = share * n;
        for (int r = 0; r < n; r++) {
            high[r] = 1;
            start[r] = Math.max(0, Math.min(1, left - r));
        }
        SequentialMinimal solved = new SequentialMinimal(
                        new KernelCache(all), SequentialMinimal.ascending(n), new double[n], new double[n], high, start)
                .solve(tolerance, SupportVectorClassification.ITERATIONS);
        SupportVectors machine = SupportVectors.of(solved, solved.solution, SequentialMinimal.ascending(n));
        return new Model(
                all.select(machine.positions()),
                machine.renumbered(SequentialMinimal.ascending(machine.positions().length)));
    }

    /** Scores by how far a row lies outside; negative inside. */
    public static final class Model implements OutlierModel {
        private final Likeness vectors;
        private final SupportVectors machine;

        private Model(Likeness vectors, SupportVectors machine) {
            this.vectors = vectors;
            this.machine = machine;
        }

        @Override
        public int columns() {
            return vectors.columns;
        }

        @Override
        public double score(double[] row) {
            return -machine.decision(vectors.of(row));
        }

        /** Returns the least dual objective. */
        public double objective() {
            return machine.objective;
        }

        /** Returns on how many rows the surface leans. */
        public int supportVectors() {
            return vectors.rows;
        }
    }
}
