package org.industrialmind.learning.tabular.calibration;

import java.util.stream.IntStream;
import org.industrialmind.foundations.algebra.Matrix;

/**
 * A calibration of one score at a time. Of two classes the second's probability is mapped and the first has the rest; of
 * more, each is mapped against all others and the results are made to sum to 1 [1].
 *
 * <ol>
 *   <li>Zadrozny and Elkan 2002, Transforming classifier scores into accurate multiclass probability estimates, KDD.
 * </ol>
 */
public sealed interface ScoreCalibration extends CalibrationMethod
        permits PlattScaling, IsotonicCalibration, BetaCalibration {
    /**
     * Learns the map of one score.
     *
     * @param scores what the method reads: any number for Platt and isotonic, a probability for beta. Shape: [row]
     * @throws IllegalArgumentException if the lengths differ, there is no row of positive weight, or a score is not finite
     */
    ScoreMap fit(double[] scores, boolean[] positive, double[] weights);

    /** Returns the score that this method reads in place of a probability. */
    double score(double probability);

    @Override
    default Calibration fit(Matrix probabilities, int[] labels, double[] weights) {
        int classes = probabilities.columns();
        ScoreMap[] maps = new ScoreMap[classes];
        for (int k = classes == 2 ? 1 : 0; k < classes; k++) {
            int positiveClass = k;
            double[] scores = IntStream.range(0, labels.length)
                    .mapToDouble(r -> score(probabilities.get(r, positiveClass)))
                    .toArray();
            boolean[] positive = new boolean[labels.length];
            IntStream.range(0, labels.length).forEach(r -> positive[r] = labels[r] == positiveClass);
            maps[k] = fit(scores, positive, weights);
        }
        return raw -> classes == 1 ? new double[] {1} : classes == 2 ? ofTwo(maps[1], raw) : ofMany(maps, raw);
    }

    private double[] ofTwo(ScoreMap map, double[] raw) {
        double second = map.probability(score(raw[1]));
        return new double[] {1 - second, second};
    }

    private double[] ofMany(ScoreMap[] maps, double[] raw) {
        double[] mapped = new double[raw.length];
        double sum = 0;
        for (int k = 0; k < raw.length; k++) {
            mapped[k] = maps[k].probability(score(raw[k]));
            sum += mapped[k];
        }
        if (sum == 0) {
            return raw.clone(); // every map says never: then what was said is the best there is
        }
        for (int k = 0; k < raw.length; k++) {
            mapped[k] /= sum;
        }
        return mapped;
    }
}
