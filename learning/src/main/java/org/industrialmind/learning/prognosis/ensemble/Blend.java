package org.industrialmind.learning.prognosis.ensemble;

import java.util.Arrays;
import java.util.List;

/**
 * How much each member of an ensemble counts, chosen on forecasts of units it had not seen.
 *
 * <p>The member is added whose forecasts bring the mean of those picked so far closest to the truth, again and again; how
 * often it was picked is its weight. Few picks can express few weights, so not much can be overfitted.
 *
 * @see "Caruana, Niculescu-Mizil, Crew and Ksikes 2004, Ensemble selection from libraries of models, ICML"
 */
final class Blend {
    private static final int PICKS = 20;

    private Blend() {}

    /**
     * Returns the weight of each member; they sum to 1.
     *
     * @param forecasts of each member, [forecast]
     * @param truth what each forecast should have been; where there is none, all members count alike
     */
    static double[] weights(List<double[]> forecasts, double[] truth) {
        double[] weights = new double[forecasts.size()];
        if (truth.length == 0) {
            Arrays.fill(weights, 1.0 / weights.length);
            return weights;
        }
        double[] sum = new double[truth.length];
        for (int pick = 1; pick <= PICKS; pick++) {
            int best = 0;
            double least = Double.POSITIVE_INFINITY;
            for (int m = 0; m < weights.length; m++) {
                double error = squaredError(sum, forecasts.get(m), pick, truth);
                if (error < least) {
                    least = error;
                    best = m;
                }
            }
            weights[best] += 1.0 / PICKS;
            for (int i = 0; i < sum.length; i++) {
                sum[i] += forecasts.get(best)[i];
            }
        }
        return weights;
    }

    private static double squaredError(double[] sum, double[] added, int picks, double[] truth) {
        double error = 0;
        for (int i = 0; i < truth.length; i++) {
            double away = (sum[i] + added[i]) / picks - truth[i];
            error += away * away;
        }
        return error;
    }
}
