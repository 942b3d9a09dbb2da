package org.industrialmind.learning.tabular.calibration;

import java.util.Arrays;

/**
 * A map of probabilities that has the identity, sigmoids and inverse sigmoids among its members.
 *
 * <p>If the said probabilities of each class follow a beta law, the true log-odds are a ln p - b ln(1 - p) + c. Three numbers
 * to learn, a and b not negative so that the map never falls. Unlike Platt's sigmoid it leaves alone what is calibrated
 * already (a = b = 1, c = 0) and can straighten what is not sure enough of itself [1].
 *
 * <ol>
 *   <li>Kull, Silva Filho and Flach 2017, Beta calibration, AISTATS.
 * </ol>
 */
public record BetaCalibration() implements ScoreCalibration {
    /** @throws IllegalArgumentException as {@link ScoreCalibration#fit}, or if a score is outside [0, 1] */
    @Override
    public Beta fit(double[] scores, boolean[] positive, double[] weights) {
        Rows.require(scores, positive, weights);
        for (int r = 0; r < scores.length; r++) {
            if (scores[r] < 0 || scores[r] > 1) {
                throw new IllegalArgumentException(
                        "the score of row " + r + " is " + scores[r] + ": expected a probability");
            }
        }
        double[] up =
                Arrays.stream(scores).map(p -> Math.log(LogOdds.inside(p))).toArray();
        double[] down =
                Arrays.stream(scores).map(p -> -Math.log1p(-LogOdds.inside(p))).toArray();
        double[] both = LogOdds.fit(new double[][] {up, down}, positive, weights);
        if (both[0] >= 0 && both[1] >= 0) {
            return new Beta(both[0], both[1], both[2]);
        }
        // the optimum of a convex problem then lies where the negative one is 0
        double[] alone = LogOdds.fit(new double[][] {both[0] < 0 ? down : up}, positive, weights);
        if (alone[0] < 0) {
            return new Beta(0, 0, LogOdds.ofTargets(positive, weights));
        }
        return both[0] < 0 ? new Beta(0, alone[0], alone[1]) : new Beta(alone[0], 0, alone[1]);
    }

    @Override
    public double score(double probability) {
        return probability;
    }

    /** The probability whose log-odds are a ln p - b ln(1 - p) + c. */
    public record Beta(double a, double b, double c) implements ScoreMap {
        @Override
        public double probability(double score) {
            double p = LogOdds.inside(score);
            return LogOdds.probability(a * Math.log(p) - b * Math.log1p(-p) + c);
        }
    }
}
