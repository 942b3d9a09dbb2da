package org.industrialmind.foundations.linear;

import org.industrialmind.foundations.supervised.Classifier;
import org.industrialmind.foundations.supervised.ClassifierTrainer;
import org.industrialmind.foundations.supervised.LabelledRows;

/**
 * Quadratic discriminant analysis: each class is a normal cloud with a centre and a covariance of its own.
 *
 * <pre>  log p(k | x) = -log det C_k / 2 - (x - m_k)' C_k^-1 (x - m_k) / 2 + log pi_k + constant </pre>
 *
 * <p>A covariance has p (p + 1) / 2 numbers, so small classes need help: each C_k is drawn towards the covariance that all
 * share [1]; wholly there it is {@link LinearDiscriminant}. Units of columns do not matter.
 *
 * <p>Complexity: O(n p^2 + k p^3) to fit, O(k p^2) a row.
 *
 * <ol>
 *   <li>Friedman 1989, Regularized discriminant analysis, JASA 84(405).
 * </ol>
 *
 * @param shrinkage from 0, each class for itself, to 1, all alike
 */
public record QuadraticDiscriminant(double shrinkage) implements ClassifierTrainer {
    /** @throws IllegalArgumentException if the shrinkage is outside [0, 1] */
    public QuadraticDiscriminant {
        if (!(shrinkage >= 0 && shrinkage <= 1)) {
            throw new IllegalArgumentException(
                    "a discriminant shrunk by " + shrinkage + ": expected a number from 0 to 1");
        }
    }

    /** A tenth of the way towards the common covariance. */
    public static QuadraticDiscriminant defaults() {
        return new QuadraticDiscriminant(0.1);
    }

    /**
     * {@inheritDoc} The seed plays no part; classes are as probable beforehand as their weight.
     *
     * @throws IllegalArgumentException also if nothing is shrunk and a class weighs no more than there are columns
     */
    @Override
    public Model fit(LabelledRows rows, long seed) {
        ClassClouds clouds = new ClassClouds(rows);
        ClassClouds.Whitening[] whitenings = new ClassClouds.Whitening[clouds.classes];
        double[] levels = new double[clouds.classes];
        double[] pooled = clouds.pooled();
        for (int k = 0; k < clouds.classes; k++) {
            if (shrinkage == 0 && clouds.counts[k] > 0 && clouds.counts[k] <= clouds.columns) {
                throw new IllegalArgumentException(
                        "class " + k + " has rows of weight " + clouds.counts[k] + ", too few" + " for a covariance of "
                                + clouds.columns + " columns: expected more, or a shrinkage above 0");
            }
            double[] covariance = clouds.own(k);
            for (int i = 0; i < covariance.length; i++) {
                covariance[i] = (1 - shrinkage) * covariance[i] + shrinkage * pooled[i];
            }
            whitenings[k] = clouds.whitening(covariance);
            levels[k] = Math.log(clouds.counts[k] / clouds.total) - whitenings[k].logDeterminant() / 2;
        }
        return new Model(clouds, whitenings, levels);
    }

    /** One normal cloud for each class. */
    public static final class Model implements Classifier {
        private final ClassClouds clouds;
        private final ClassClouds.Whitening[] whitenings;
        private final double[] levels;

        private Model(ClassClouds clouds, ClassClouds.Whitening[] whitenings, double[] levels) {
            this.clouds = clouds;
            this.whitenings = whitenings;
            this.levels = levels;
        }

        @Override
        public int columns() {
            return clouds.columns;
        }

        @Override
        public int classes() {
            return clouds.classes;
        }

        @Override
        public double[] probabilities(double[] row) {
            RowShape.require(row, clouds.columns);
            double[] scores = levels.clone();
            double[] away = new double[clouds.columns];
            for (int k = 0; k < scores.length; k++) {
                for (int c = 0; c < away.length; c++) {
                    away[c] = (row[c] - clouds.centre[c]) / clouds.scales[c] - clouds.means[k][c];
                }
                double[] white = whitenings[k].directions().times(away);
                scores[k] -= RowShape.dot(white, white) / 2;
            }
            return RowShape.softmax(scores);
        }
    }
}
