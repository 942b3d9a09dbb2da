package org.industrialmind.foundations.kernel;

import org.industrialmind.foundations.supervised.Regressor;
import org.industrialmind.foundations.supervised.RegressorTrainer;
import org.industrialmind.foundations.supervised.TargetRows;

/**
 * Support vector regression: the flattest function that errs by no more than a margin, where rows beyond it pay for what
 * they are off.
 *
 * <p>Errors inside the margin cost nothing, so most rows are not leaned on; errors beyond count by their size, so wild
 * targets do not rule. Columns should be of like scale; cost and margin are in the unit of the targets.
 *
 * @param cost what a row pays for each unit beyond the margin, times its weight; above 0
 * @param margin errors that cost nothing, 0 or more
 * @param tolerance of the optimality conditions
 * @see "Smola and Schoelkopf 2004, A tutorial on support vector regression, Statistics and Computing 14"
 */
public record SupportVectorRegression(Kernel kernel, double cost, double margin, double tolerance)
        implements RegressorTrainer {
    /** @throws IllegalArgumentException if a setting is outside its range */
    public SupportVectorRegression {
        SupportVectorClassification.requirePositive(cost, tolerance);
        if (!(margin >= 0) || Double.isInfinite(margin)) {
            throw new IllegalArgumentException("a margin of " + margin + ": expected a finite number, 0 or more");
        }
    }

    /** A radial kernel of suggested reach at cost 1 and margin 0.1, as suits targets of unit variance. */
    public static SupportVectorRegression defaults() {
        return new SupportVectorRegression(Kernel.AUTOMATIC, 1, 0.1, 1e-3);
    }

    /** {@inheritDoc} The seed plays no part. */
    @Override
    public Model fit(TargetRows rows, long seed) {
        rows.requireComplete();
        int n = rows.size();
        Likeness all = Likeness.of(Likeness.settled(kernel, rows.rows()), rows.rows());
        int[] places = new int[2 * n];
        double[] pull = new double[2 * n];
        double[] low = new double[2 * n];
        double[] high = new double[2 * n];
        for (int r = 0; r < n; r++) { // one variable lifts the function to the row, one presses it down
            places[r] = r;
            pull[r] = rows.target(r) - margin;
            high[r] = cost * rows.weight(r);
            places[n + r] = r;
            pull[n + r] = rows.target(r) + margin;
            low[n + r] = -cost * rows.weight(r);
        }
        SequentialMinimal solved = new SequentialMinimal(
                        new KernelCache(all), places, pull, low, high, new double[2 * n])
                .solve(tolerance, SupportVectorClassification.ITERATIONS);
        double[] coefficients = new double[n];
        for (int r = 0; r < n; r++) {
            coefficients[r] = solved.solution[r] + solved.solution[n + r];
        }
        return Model.of(all, SupportVectors.of(solved, coefficients, SequentialMinimal.ascending(n)));
    }

    /** A weighted sum of likenesses. */
    public static final class Model implements Regressor {
        private final Likeness vectors;
        private final int[] positions;
        private final SupportVectors machine;

        private Model(Likeness vectors, int[] positions, SupportVectors machine) {
            this.vectors = vectors;
            this.positions = positions;
            this.machine = machine;
        }

        private static Model of(Likeness all, SupportVectors machine) {
            int[] positions = machine.positions();
            return new Model(
                    all.select(positions),
                    positions,
                    machine.renumbered(SequentialMinimal.ascending(positions.length)));
        }

        @Override
        public int columns() {
            return vectors.columns;
        }

        @Override
        public double predict(double[] row) {
            return machine.decision(vectors.of(row));
        }

        /** Returns the positions, among the rows learned from, of those that the function leans on. */
        public int[] supportVectors() {
            return positions.clone();
        }

        /** Returns the least dual objective. */
        public double objective() {
            return machine.objective;
        }

        /** Returns whether the optimality conditions were met. */
        public boolean converged() {
            return machine.converged;
        }
    }
}
