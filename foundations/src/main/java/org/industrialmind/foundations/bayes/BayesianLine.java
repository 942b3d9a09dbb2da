package org.industrialmind.foundations.bayes;

import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.algebra.SymmetricEigen;
import org.industrialmind.foundations.supervised.Regressor;
import org.industrialmind.foundations.supervised.RegressorTrainer;
import org.industrialmind.foundations.supervised.TargetRows;

/**
 * Bayesian linear regression with the evidence approximation: a ridge that chooses its own penalty and knows how sure it is.
 *
 * <p>Coefficients are believed normal around 0 with precision alpha, errors normal with precision beta. Both precisions are
 * set where the rows are most probable, with the coefficients integrated out [1]: with g the number of coefficients that
 * the rows determine, alpha = g / |m|^2 and beta = (W - g) / sum of squared errors, repeated until they rest. The intercept
 * is left free. No rows are held out for it, and predictions come with a deviation [2]. Columns should be of like scale.
 *
 * <p>Complexity: O(n p^2 + p^3).
 *
 * <ol>
 *   <li>MacKay 1992, Bayesian interpolation, Neural Computation 4(3).
 *   <li>Bishop 2006, Pattern Recognition and Machine Learning, sections 3.3 and 3.5.
 * </ol>
 *
 * @param iterations the most updates of the precisions
 * @param tolerance the relative change of the precisions at the end
 */
public record BayesianLine(int iterations, double tolerance) implements RegressorTrainer {
    private static final double SUREST = 1e12; // a precision is kept within this of its scale

    /** @throws IllegalArgumentException if a setting is not positive */
    public BayesianLine {
        if (iterations < 1 || !(tolerance > 0)) {
            throw new IllegalArgumentException("a Bayesian line of " + iterations + " iterations and tolerance "
                    + tolerance + ": expected both above 0");
        }
    }

    public static BayesianLine defaults() {
        return new BayesianLine(1000, 1e-8);
    }

    /** {@inheritDoc} The seed plays no part. */
    @Override
    public Model fit(TargetRows rows, long seed) {
        rows.requireComplete();
        int n = rows.size();
        int p = rows.columns();
        double total = 0;
        for (double weight : rows.weights()) {
            total += weight;
        }
        double[] means = new double[p];
        double level = 0;
        for (int r = 0; r < n; r++) {
            level += rows.weight(r) / total * rows.target(r);
            for (int c = 0; c < p; c++) {
                means[c] += rows.weight(r) / total * rows.rows().get(r, c);
            }
        }
        double[] square = new double[p * p];
        double[] product = new double[p];
        double targets = 0;
        for (int r = 0; r < n; r++) {
            double y = rows.target(r) - level;
            targets += rows.weight(r) * y * y;
            for (int c = 0; c < p; c++) {
                double x = rows.weight(r) * (rows.rows().get(r, c) - means[c]);
                product[c] += x * y;
                for (int j = 0; j < p; j++) {
                    square[c * p + j] += x * (rows.rows().get(r, j) - means[j]);
                }
            }
        }
        SymmetricEigen eigen = SymmetricEigen.of(Matrix.of(p, p, square));
        return settle(eigen, product, targets, total, means, level);
    }

    private Model settle(
            SymmetricEigen eigen, double[] product, double targets, double total, double[] means, double level) {
        double[] values = eigen.values();
        double[] along = eigen.vectors().transposed().times(product);
        int p = values.length;
        double variance = targets / total;
        double floor = Math.max(variance, 1e-24 * level * level + Double.MIN_NORMAL) / SUREST;
        double alpha = 1;
        double beta = 1 / Math.max(variance, floor);
        for (int i = 0; i < iterations; i++) {
            double determined = 0;
            double length = 0;
            double explained = 0;
            for (int j = 0; j < p; j++) {
                double value = Math.max(0, values[j]);
                double m = beta * along[j] / (beta * value + alpha);
                determined += beta * value / (beta * value + alpha);
                length += m * m;
                explained += m * (2 * along[j] - value * m);
            }
            double rest = Math.max(targets - explained, floor * total);
            double nextAlpha = length > 0 ? Math.min(determined / length, SUREST * alpha) : alpha;
            double nextBeta = Math.max(total - determined, 1e-9 * total) / rest;
            boolean settled =
                    Math.abs(nextAlpha - alpha) <= tolerance * alpha && Math.abs(nextBeta - beta) <= tolerance * beta;
            alpha = nextAlpha > 0 ? nextAlpha : alpha;
            beta = nextBeta;
            if (settled || nextAlpha > 1e15 / floor) {
                break;
            }
        }
        double[] m = new double[p];
        double[] precisions = new double[p];
        for (int j = 0; j < p; j++) {
            precisions[j] = beta * Math.max(0, values[j]) + alpha;
            m[j] = beta * along[j] / precisions[j];
        }
        double evidence = evidence(values, along, targets, total, alpha, beta);
        return new Model(total, means, level, eigen.vectors(), m, precisions, alpha, beta, evidence);
    }

    /** The logarithm of the density of the centred targets, coefficients integrated out. */
    private static double evidence(
            double[] values, double[] along, double targets, double total, double alpha, double beta) {
        double sum = total / 2 * Math.log(beta / (2 * Math.PI)) - beta / 2 * targets;
        for (int j = 0; j < values.length; j++) {
            double precision = beta * Math.max(0, values[j]) + alpha;
            double m = beta * along[j] / precision;
            sum += (Math.log(alpha / precision) + precision * m * m) / 2;
        }
        return sum;
    }

    /** A line that knows how sure it is. */
    public static final class Model implements Regressor {
        private final double total;
        private final double[] means;
        private final double level;
        private final Matrix directions;
        private final double[] mean; // along the directions
        private final double[] precisions;
        private final double alpha;
        private final double beta;
        private final double evidence;

        private Model(
                double total,
                double[] means,
                double level,
                Matrix directions,
                double[] mean,
                double[] precisions,
                double alpha,
                double beta,
                double evidence) {
            this.total = total;
            this.means = means;
            this.level = level;
            this.directions = directions;
            this.mean = mean;
            this.precisions = precisions;
            this.alpha = alpha;
            this.beta = beta;
            this.evidence = evidence;
        }

        @Override
        public int columns() {
            return means.length;
        }

        @Override
        public double predict(double[] row) {
            return belief(row).mean();
        }

        /** Returns the prediction with the deviation of a new observation around it. */
        public Belief belief(double[] row) {
            RowCheck.require(row, means.length);
            double[] away = row.clone();
            for (int c = 0; c < away.length; c++) {
                away[c] -= means[c];
            }
            double[] along = directions.transposed().times(away);
            double expected = level;
            double variance = (1 + 1 / total) / beta; // the error's own and the intercept's
            for (int j = 0; j < along.length; j++) {
                expected += along[j] * mean[j];
                variance += along[j] * along[j] / precisions[j];
            }
            return new Belief(expected, Math.sqrt(variance));
        }

        /** Returns the expected coefficients. Shape: [column]. */
        public double[] coefficients() {
            return directions.times(mean);
        }

        /** Returns the prediction where all columns are zero. */
        public double intercept() {
            double intercept = level;
            double[] coefficients = coefficients();
            for (int c = 0; c < means.length; c++) {
                intercept -= coefficients[c] * means[c];
            }
            return intercept;
        }

        /** Returns the precision of the coefficients around 0. */
        public double coefficientPrecision() {
            return alpha;
        }

        /** Returns the precision of the errors. */
        public double errorPrecision() {
            return beta;
        }

        /** Returns the logarithm of how probable the centred targets are under both precisions. */
        public double logEvidence() {
            return evidence;
        }
    }
}
