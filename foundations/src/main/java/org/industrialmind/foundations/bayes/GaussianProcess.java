package org.industrialmind.foundations.bayes;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.industrialmind.foundations.algebra.CholeskyDecomposition;
import org.industrialmind.foundations.optimize.Lbfgs;
import org.industrialmind.foundations.supervised.Regressor;
import org.industrialmind.foundations.supervised.RegressorTrainer;
import org.industrialmind.foundations.supervised.TargetRows;

/**
 * Gaussian process regression: a belief about whole functions, updated by rows, that knows where it has not been.
 *
 * <p>Beforehand, the values of the function at any rows are jointly normal, the more alike the nearer the rows. Given
 * targets with normal errors they still are, with mean k'K^-1 y and variance k(x, x) - k'K^-1 k [1]: near rows the mean
 * follows them and the variance is small, far off both return to what was believed. How far likeness reaches along each
 * column, how much the function varies and how much the errors, is set where the targets are most probable; that weighs fit
 * against simplicity by itself. The search goes downhill from two beginnings and may end in a valley that is not the lowest.
 *
 * <p>Columns and targets are scaled inside. Complexity: n^3 to fit and at each step of the search, which may be given fewer
 * rows; n p a mean and n^2 a deviation. A few thousand rows.
 *
 * <ol>
 *   <li>Rasmussen and Williams 2006, Gaussian Processes for Machine Learning, chapters 2, 4 and 5.
 * </ol>
 *
 * @param separate whether each column has a length of its own; a long one says that the column hardly matters
 * @param searchRows the most rows that lengths and variances are searched with, drawn at random; 2 or more
 * @param iterations the most steps of the search
 */
public record GaussianProcess(Smoothness smoothness, boolean separate, int searchRows, int iterations)
        implements RegressorTrainer {
    /** @throws IllegalArgumentException if there are fewer than 2 rows or no step to search with */
    public GaussianProcess {
        if (searchRows < 2 || iterations < 1) {
            throw new IllegalArgumentException("a Gaussian process searched with " + searchRows + " rows in "
                    + iterations + " iterations: expected 2 rows and an iteration or more");
        }
    }

    public static GaussianProcess defaults() {
        return new GaussianProcess(Smoothness.TWICE, true, 500, 100);
    }

    /** {@inheritDoc} The seed draws the rows to search with; rows of weight 0 are left out. */
    @Override
    public Model fit(TargetRows rows, long seed) {
        rows.requireComplete();
        TargetRows used = rows.select(
                IntStream.range(0, rows.size()).filter(r -> rows.weight(r) > 0).toArray());
        Scaling scaling = new Scaling(used);
        double[] start = new double[separate ? 2 + used.columns() : 3];
        Arrays.fill(start, 2, start.length, Math.log(used.columns()) / 2); // lengths: the usual distance of two rows
        start[1] = Math.log(0.1);
        double[] found = scaling.varies ? search(used, scaling, start, seed) : start;
        return new Model(used, scaling, smoothness, new Reach(found));
    }

    private double[] search(TargetRows rows, Scaling scaling, double[] start, long seed) {
        int[] drawn = drawn(rows.size(), new SplittableRandom(seed));
        MarginalLikelihood likelihood = scaling.likelihood(rows.select(drawn), smoothness);
        double[] wary = start.clone();
        wary[1] = 0; // begins where all might be noise
        Lbfgs lbfgs = new Lbfgs(10, 1e-5, 1e-9, iterations);
        var bold = lbfgs.minimize(likelihood::at, start);
        var careful = lbfgs.minimize(likelihood::at, wary);
        return bold.value() <= careful.value() ? bold.point() : careful.point();
    }

    private int[] drawn(int size, SplittableRandom random) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return size <= searchRows ? order : Arrays.copyOf(order, searchRows);
    }

    /** Centres and deviations of columns and targets. */
    static final class Scaling {
        private final double[] means;
        private final double[] deviations;
        private final double level;
        private final double spread;
        private final boolean varies;

        Scaling(TargetRows rows) {
            int p = rows.columns();
            means = new double[p];
            deviations = new double[p];
            for (int c = 0; c < p; c++) {
                double[] column = rows.rows().column(c);
                means[c] = Arrays.stream(column).average().orElseThrow();
                deviations[c] = deviation(column, means[c]);
            }
            level = Arrays.stream(rows.targets()).average().orElseThrow();
            double deviation = deviation(rows.targets(), level);
            varies = Arrays.stream(rows.targets()).anyMatch(y -> Math.abs(y - level) > 1e-13 * Math.abs(level));
            spread = deviation;
        }

        /** Without scaling, for rows and targets that have their scale. */
        Scaling(int columns) {
            means = new double[columns];
            deviations = new double[columns];
            Arrays.fill(deviations, 1);
            level = 0;
            spread = 1;
            varies = true;
        }

        private static double deviation(double[] values, double mean) {
            double squares = 0;
            for (double value : values) {
                squares += (value - mean) * (value - mean) / values.length;
            }
            return squares > 0 ? Math.sqrt(squares) : 1;
        }

        double[] scaled(double[] row) {
            double[] scaled = new double[row.length];
            for (int c = 0; c < row.length; c++) {
                scaled[c] = (row[c] - means[c]) / deviations[c];
            }
            return scaled;
        }

        double[][] scaledRows(TargetRows rows) {
            double[][] scaled = new double[rows.size()][];
            for (int r = 0; r < scaled.length; r++) {
                scaled[r] = scaled(rows.rows().row(r));
            }
            return scaled;
        }

        double[] scaledTargets(TargetRows rows) {
            double[] targets = rows.targets();
            for (int r = 0; r < targets.length; r++) {
                targets[r] = (targets[r] - level) / spread;
            }
            return targets;
        }

        MarginalLikelihood likelihood(TargetRows rows, Smoothness smoothness) {
            return new MarginalLikelihood(scaledRows(rows), scaledTargets(rows), rows.weights(), smoothness);
        }
    }

    /** What is believed of the function after the rows were seen. */
    public static final class Model implements Regressor {
        private final Scaling scaling;
        private final Smoothness smoothness;
        private final Reach reach;
        private final double[][] rows;
        private final CholeskyDecomposition covariance;
        private final double[] solved;
        private final double logLikelihood;

        Model(TargetRows rows, Scaling scaling, Smoothness smoothness, Reach reach) {
            this.scaling = scaling;
            this.smoothness = smoothness;
            this.reach = reach;
            this.rows = scaling.scaledRows(rows);
            MarginalLikelihood likelihood = scaling.likelihood(rows, smoothness);
            covariance = likelihood.covariance(reach);
            solved = covariance.solve(scaling.scaledTargets(rows));
            logLikelihood = -likelihood.value(covariance, solved) - rows.size() * Math.log(scaling.spread);
        }

        @Override
        public int columns() {
            return rows[0].length;
        }

        private double[] likeness(double[] row) {
            RowCheck.require(row, columns());
            double[] scaled = scaling.scaled(row);
            double[] like = new double[rows.length];
            for (int r = 0; r < rows.length; r++) {
                like[r] = reach.signal * smoothness.likeness(reach.squared(scaled, rows[r]));
            }
            return like;
        }

        @Override
        public double predict(double[] row) {
            return mean(likeness(row));
        }

        private double mean(double[] like) {
            double sum = 0;
            for (int r = 0; r < like.length; r++) {
                sum += like[r] * solved[r];
            }
            return scaling.level + scaling.spread * sum;
        }

        /** Returns the prediction with the deviation of a new observation around it, its error included. */
        public Belief belief(double[] row) {
            double[] like = likeness(row);
            double[] white = covariance.whitened(like);
            double variance = reach.signal + reach.noise;
            for (double value : white) {
                variance -= value * value;
            }
            return new Belief(mean(like), scaling.spread * Math.sqrt(Math.max(variance, reach.noise)));
        }

        /** Returns the length along which the function changes, in the unit of each column. Shape: [column]. */
        public double[] lengths() {
            double[] lengths = new double[columns()];
            for (int c = 0; c < lengths.length; c++) {
                lengths[c] = reach.length(c) * scaling.deviations[c];
            }
            return lengths;
        }

        /** Returns the deviation of the errors, in the unit of the targets. */
        public double noise() {
            return scaling.spread * Math.sqrt(reach.noise);
        }

        /** Returns the deviation of the function, in the unit of the targets. */
        public double signal() {
            return scaling.spread * Math.sqrt(reach.signal);
        }

        /** Returns the logarithm of how probable all targets are, the function integrated out. */
        public double logMarginalLikelihood() {
            return logLikelihood;
        }
    }
}
