package org.industrialmind.foundations.linear;

import java.util.Arrays;
import org.industrialmind.foundations.supervised.ClassifierTrainer;
import org.industrialmind.foundations.supervised.LabelledRows;

/**
 * A linear classifier by stochastic gradient descent: for more rows than one wishes to pass over often.
 *
 * <p>Columns are scaled inside, steps shrink and their points are averaged, see {@link StochasticDescent}; no setting needs
 * tuning to get near, and none gets exactly there, which {@link LogisticRegression} does. With the logarithmic loss the
 * probabilities are such; margin losses only rank the classes.
 *
 * @param l2 weight of half the squared coefficients of scaled columns against the mean loss, 0 or more
 * @param rate the first step; 1 or less
 * @param epochs how often each row is visited
 */
public record StochasticClassification(Loss loss, double l2, double rate, int epochs) implements ClassifierTrainer {
    /** What a row costs. */
    public enum Loss {
        /** Minus the logarithm of its class's probability. */
        LOGARITHM,
        /** What its class's score lacks to be 1 above the best other (support vectors, Crammer and Singer 2001). */
        HINGE,
        /** What its class's score lacks to be the best (Rosenblatt 1958); with averaging, the perceptron that votes. */
        PERCEPTRON
    }

    /** @throws IllegalArgumentException if a setting is outside its range */
    public StochasticClassification {
        StochasticClassification.require(l2, rate, epochs);
    }

    static void require(double l2, double rate, int epochs) {
        if (!(l2 >= 0 && rate > 0 && rate <= 1 && l2 * rate < 1) || epochs < 1) {
            throw new IllegalArgumentException("stochastic descent with l2 " + l2 + ", rate " + rate + " and " + epochs
                    + " epochs: expected l2 of 0 or more, a rate in (0, 1] with l2 rate below 1, an epoch or more");
        }
    }

    public static StochasticClassification defaults() {
        return new StochasticClassification(Loss.LOGARITHM, 1e-4, 0.1, 20);
    }

    /** Returns the averaged perceptron. */
    public static StochasticClassification perceptron() {
        return new StochasticClassification(Loss.PERCEPTRON, 0, 0.1, 20);
    }

    /** {@inheritDoc} The seed draws the order of the rows. */
    @Override
    public SoftmaxModel fit(LabelledRows rows, long seed) {
        rows.requireComplete();
        double[] weights = rows.weights();
        double[] present = rows.classWeights();
        ScaledColumns x = ScaledColumns.of(rows.rows(), weights);
        double[][] found = new StochasticDescent(x, weights, rows.classes())
                .run((scores, r, slopes) -> slopes(scores, rows.label(r), present, slopes), l2, rate, epochs, seed);
        double[][] coefficients = new double[rows.classes()][];
        double[] intercepts = new double[rows.classes()];
        for (int k = 0; k < coefficients.length; k++) {
            coefficients[k] = present[k] == 0 ? new double[x.columns] : x.unscaled(found[k]);
            intercepts[k] = present[k] == 0
                    ? Double.NEGATIVE_INFINITY
                    : x.interceptAtOrigin(found[k][x.columns], coefficients[k]);
        }
        return new SoftmaxModel(coefficients, intercepts, true);
    }

    private void slopes(double[] scores, int label, double[] present, double[] slopes) {
        for (int k = 0; k < scores.length; k++) {
            scores[k] = present[k] == 0 ? Double.NEGATIVE_INFINITY : scores[k];
        }
        if (loss == Loss.LOGARITHM) {
            System.arraycopy(RowShape.softmax(scores), 0, slopes, 0, slopes.length);
            slopes[label] -= 1;
            return;
        }
        int rival = label == 0 ? Math.min(1, scores.length - 1) : 0;
        for (int k = 0; k < scores.length; k++) {
            rival = k != label && scores[k] > scores[rival] ? k : rival;
        }
        Arrays.fill(slopes, 0);
        double margin = loss == Loss.HINGE ? 1 : 0;
        if (rival != label && scores[label] - scores[rival] <= margin) {
            slopes[label] = -1;
            slopes[rival] = 1;
        }
    }
}
