package org.industrialmind.recipes.trading;

import org.industrialmind.foundations.statistics.ChiSquared;

/**
 * Whether losses beyond the value at risk came as often as promised: the ratio of the likelihoods of the share promised and
 * the share seen, which follows a chi-squared law of one degree where the promise holds.
 *
 * <p>Kupiec 1995, Techniques for verifying the accuracy of risk measurement models, Journal of Derivatives 3(2).
 *
 * @param exceedances days that lost more
 * @param days all of them
 * @param promised the share of days that may
 */
record ExceedanceTest(int exceedances, int days, double promised) {
    ExceedanceTest {
        if (exceedances < 0 || exceedances > days || !(promised > 0 && promised < 1)) {
            throw new IllegalArgumentException(exceedances + " of " + days + " days with a promise of " + promised
                    + ": expected a count of the days and a share between 0 and 1");
        }
    }

    double statistic() {
        double seen = (double) exceedances / days;
        return Math.max(0, 2 * (logLikelihood(seen) - logLikelihood(promised)));
    }

    double pValue() {
        return new ChiSquared(1).tail(statistic());
    }

    private double logLikelihood(double share) {
        return times(exceedances, Math.log(share)) + times(days - exceedances, Math.log1p(-share));
    }

    private static double times(int count, double log) {
        return count == 0 ? 0 : count * log;
    }
}
