package org.industrialmind.learning.tabular.calibration;

/**
 * A sigmoid: the log-odds are a linear function of the score.
 *
 * <p>Two numbers to learn, so a few dozen rows suffice; right where scores of each class are about normal with one variance,
 * as those of support vector machines and boosted trees tend to be. It cannot undo a distortion of another form, and makes a
 * calibrated classifier worse. The rows are fitted to (N+ + 1) / (N+ + 2) and 1 / (N- + 2) instead of 1 and 0 [1].
 *
 * <ol>
 *   <li>Platt 1999, Probabilistic outputs for support vector machines, Advances in Large Margin Classifiers.
 *   <li>Lin, Lin and Weng 2007, A note on Platt's probabilistic outputs, Machine Learning 68.
 * </ol>
 */
public record PlattScaling() implements ScoreCalibration {
    @Override
    public Sigmoid fit(double[] scores, boolean[] positive, double[] weights) {
        Rows.require(scores, positive, weights);
        double[] fitted = LogOdds.fit(new double[][] {scores}, positive, weights);
        return new Sigmoid(fitted[0], fitted[1]);
    }

    @Override
    public double score(double probability) {
        return LogOdds.of(probability);
    }

    /** The probability 1 / (1 + exp(-(slope score + intercept))). */
    public record Sigmoid(double slope, double intercept) implements ScoreMap {
        @Override
        public double probability(double score) {
            return LogOdds.probability(slope * score + intercept);
        }
    }
}
