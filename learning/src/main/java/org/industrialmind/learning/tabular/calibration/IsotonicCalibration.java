package org.industrialmind.learning.tabular.calibration;

import java.util.stream.IntStream;

/**
 * Any rising map: the share of positives by {@link IsotonicRegression} on the score.
 *
 * <p>Undoes every distortion that keeps the order, and follows the noise where rows are few: below some thousand rows Platt
 * or beta are usually better [1]. It makes ties, and says 0 and 1 at its ends, for which one surprise costs an infinite log
 * loss.
 *
 * <ol>
 *   <li>Niculescu-Mizil and Caruana 2005, Predicting good probabilities with supervised learning, ICML.
 * </ol>
 */
public record IsotonicCalibration() implements ScoreCalibration {
    @Override
    public ScoreMap fit(double[] scores, boolean[] positive, double[] weights) {
        Rows.require(scores, positive, weights);
        double[] happened = IntStream.range(0, positive.length)
                .mapToDouble(r -> positive[r] ? 1 : 0)
                .toArray();
        IsotonicRegression fitted = IsotonicRegression.fit(scores, happened, weights);
        return fitted::at;
    }

    @Override
    public double score(double probability) {
        return probability;
    }
}
