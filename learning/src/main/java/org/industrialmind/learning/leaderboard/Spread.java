package org.industrialmind.learning.leaderboard;

import java.util.Arrays;
import org.industrialmind.foundations.statistics.Moments;

/**
 * Mean and standard deviation of scores of normal rows, to tell how unusual others are.
 *
 * @param floor added to a score before its logarithm is taken, so that a score of 0 has one
 */
record Spread(double mean, double deviation, double floor) {
    private static final double SMALLEST = 1e-3; // of the mean score: what is below says nothing any more
    private static final double STEADY = 0.05; // scores that never vary still leave room for a twentieth

    static Spread of(double[] scores) {
        Moments moments = Moments.of(scores);
        return new Spread(moments.mean(), Math.max(STEADY, moments.deviation()), 0);
    }

    static Spread ofLogarithms(double[] scores) {
        double floor = Math.max(1e-9, SMALLEST * Moments.of(scores).mean());
        Spread logarithms =
                of(Arrays.stream(scores).map(score -> Math.log(floor + score)).toArray());
        return new Spread(logarithms.mean(), logarithms.deviation(), floor);
    }

    /** Returns how many standard deviations each score is above the mean. */
    double[] standardised(double[] scores) {
        double[] standardised = scores.clone();
        for (int i = 0; i < standardised.length; i++) {
            standardised[i] = (scores[i] - mean) / deviation;
        }
        return standardised;
    }

    /** Returns the same of the logarithm of each score. */
    double[] ofLogarithm(double[] scores) {
        double[] logarithms = scores.clone();
        for (int i = 0; i < logarithms.length; i++) {
            logarithms[i] = Math.log(floor + scores[i]);
        }
        return standardised(logarithms);
    }
}
