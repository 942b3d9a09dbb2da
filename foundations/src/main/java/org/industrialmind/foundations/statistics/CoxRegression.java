package org.industrialmind.foundations.statistics;

import java.util.stream.IntStream;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.optimize.Newton;

/**
 * Proportional hazards: each column raises or lowers the rate of failures by its own factor, at every age alike, over a
 * baseline of which nothing is assumed.
 *
 * <p>The baseline drops out of the question which of the units still watched fails next, so the coefficients are those that
 * make the failures that happened most likely among the units they could have happened to [1]; units that leave without
 * failing count until then. Failures at one age enter by Efron's mean over their orders [2]. A ridge keeps coefficients of
 * columns that tell failures apart perfectly, and of columns that resemble each other, finite.
 *
 * <p>Shape: [unit, column]; columns should be of like scale. Complexity: a sort, then O(units x columns^2) a Newton step.
 *
 * <ol>
 *   <li>Cox 1972, Regression models and life-tables, Journal of the Royal Statistical Society B 34(2).
 *   <li>Efron 1977, The efficiency of Cox's likelihood function for censored data, JASA 72(359).
 * </ol>
 *
 * @param ridge half of this times the squared coefficients is taken from the log likelihood; 0 for none
 */
public record CoxRegression(double ridge) {
    /** @throws IllegalArgumentException if the ridge is negative or not finite */
    public CoxRegression {
        if (!(ridge >= 0) || Double.isInfinite(ridge)) {
            throw new IllegalArgumentException("a ridge of " + ridge + ": expected a finite number of 0 or more");
        }
    }

    /**
     * Returns the most likely model.
     *
     * @param times of each unit at its failure or at the end of observation, not negative
     * @param failed whether the unit failed then; one that did not is censored on the right
     * @throws IllegalArgumentException if the lengths differ, no unit failed, a time is negative, or a value is not finite
     */
    public CoxModel fit(Matrix rows, double[] times, boolean[] failed) {
        if (times.length != rows.rows() || failed.length != rows.rows()) {
            throw new IllegalArgumentException(rows.rows() + " rows, " + times.length + " times and " + failed.length
                    + " outcomes: expected one of each per unit");
        }
        rows.requireFinite();
        Samples.requireSize("a proportional hazards model", times, 1);
        int[] order = Ranks.ascending(times);
        if (times[order[0]] < 0) {
            throw new IllegalArgumentException("the time of unit " + order[0] + " is " + times[order[0]]);
        }
        if (IntStream.range(0, failed.length).noneMatch(unit -> failed[unit])) {
            throw new IllegalArgumentException("none of " + times.length
                    + " units failed: expected at least one, or nothing is learned of failing");
        }
        PartialLikelihood likelihood = new PartialLikelihood(rows, times, failed, order, ridge);
        double[] start = new double[rows.columns()];
        Newton newton = new Newton(1e-9 * times.length, 50); // of gradients that sum over the units
        return likelihood.model(newton.minimize(likelihood, start).point());
    }
}
