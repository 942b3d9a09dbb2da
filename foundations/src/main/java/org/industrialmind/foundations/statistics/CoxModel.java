package org.industrialmind.foundations.statistics;

import java.util.Arrays;
import java.util.List;

/**
 * A proportional hazards model: S(t | x) = exp(-H(t) exp((x - centre) . b)), with H the baseline's summed rate.
 *
 * <p>Nothing is known beyond the last failure: the survival stays what it was there.
 *
 * @see "Breslow 1972, contribution to the discussion of Cox, Journal of the Royal Statistical Society B 34(2)"
 */
public final class CoxModel {
    private final double[] coefficients;
    private final double[] centre;
    private final List<Step> steps;
    private final double[] times;
    private final double[] summed;

    /** Takes the arrays as they are. */
    CoxModel(double[] coefficients, double[] centre, List<Step> steps) {
        this.coefficients = coefficients;
        this.centre = centre;
        this.steps = List.copyOf(steps);
        this.times = steps.stream().mapToDouble(Step::time).toArray();
        this.summed = steps.stream().mapToDouble(Step::rate).toArray();
        Arrays.parallelPrefix(summed, Double::sum);
    }

    /**
     * Takes a model as it was kept; copied.
     *
     * @param centre mean of each column, at which the baseline is given
     * @param steps the times at which units failed, rising
     * @throws IllegalArgumentException if the lengths differ, there is no step, the times do not rise, or a rate is below 0
     */
    public static CoxModel of(double[] coefficients, double[] centre, List<Step> steps) {
        if (coefficients.length != centre.length || steps.isEmpty()) {
            throw new IllegalArgumentException(coefficients.length + " coefficients, a centre of " + centre.length
                    + " columns and " + steps.size() + " steps: expected as many columns as coefficients, and a step");
        }
        double before = Double.NEGATIVE_INFINITY;
        for (Step step : steps) {
            if (!(step.time() > before) || !(step.rate() >= 0)) {
                throw new IllegalArgumentException(
                        step + " after the time " + before + ": expected times that rise, and rates of 0 or more");
            }
            before = step.time();
        }
        return new CoxModel(coefficients.clone(), centre.clone(), steps);
    }

    /**
     * A time at which units failed.
     *
     * @param rate by which the baseline's summed rate rises there, at the mean of the columns
     */
    public record Step(double time, double rate) {}

    /** Returns the logarithm of the factor by which one more of each column raises the rate; a copy. Shape: [column]. */
    public double[] coefficients() {
        return coefficients.clone();
    }

    /** Returns the mean of each column of the units learned from; a copy. Shape: [column]. */
    public double[] centre() {
        return centre.clone();
    }

    /** Returns the times at which units failed, rising, with the baseline's rate. */
    public List<Step> steps() {
        return steps;
    }

    /** Returns the factor of a row's rate to that of the mean row. */
    public double relativeRate(double[] row) {
        if (row.length != coefficients.length) {
            throw new IllegalArgumentException(
                    "the row has " + row.length + " values: expected " + coefficients.length + ", as learned from");
        }
        double sum = 0;
        for (int c = 0; c < row.length; c++) {
            sum += (row[c] - centre[c]) * coefficients[c];
        }
        return Math.exp(sum);
    }

    /** Returns the baseline's summed rate until a time. */
    public double summedRate(double time) {
        int before = Arrays.binarySearch(times, Math.nextUp(time));
        int count = before >= 0 ? before : -before - 1;
        return count == 0 ? 0 : summed[count - 1];
    }

    /** Returns the probability that a unit of this row lives longer than a time. */
    public double survival(double[] row, double time) {
        return Math.exp(-summedRate(time) * relativeRate(row));
    }
}
