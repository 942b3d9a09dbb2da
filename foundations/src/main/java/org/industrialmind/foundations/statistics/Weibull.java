package org.industrialmind.foundations.statistics;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The Weibull distribution of times to failure: the rate of failures falls with age (shape below 1, early failures), stays
 * (1, exponential) or rises (above 1, wear).
 *
 * <p>Units that still run when the data end have not failed yet, but their age says much: leaving them out makes life look
 * short. They enter the likelihood by the share that lives as long [1]. The most likely shape is where one rising function
 * crosses zero, found by halving; the scale follows in closed form.
 *
 * <ol>
 *   <li>Lawless 2003, Statistical Models and Methods for Lifetime Data, 2nd ed., section 5.2.
 * </ol>
 *
 * @param shape how the rate changes with age
 * @param scale the age that a share of 1/e = 36.8 % exceeds
 */
public record Weibull(double shape, double scale) implements Distribution {
    /** @throws IllegalArgumentException unless both are positive and finite */
    public Weibull {
        Parameters.requirePositive("Weibull distribution", "shape", shape);
        Parameters.requirePositive("Weibull distribution", "scale", scale);
    }

    /** Returns the most likely distribution where every unit has failed. */
    public static Weibull fit(double[] times) {
        boolean[] failed = new boolean[times.length];
        Arrays.fill(failed, true);
        return fit(times, failed);
    }

    /**
     * Returns the most likely distribution.
     *
     * @param times age of each unit at its failure or at the end of observation, positive
     * @param failed whether the unit failed then; one that did not is censored on the right
     * @throws IllegalArgumentException if the lengths differ, fewer than two units failed, or all failed at one age that
     *     none survived, for which no shape is steep enough
     */
    public static Weibull fit(double[] times, boolean[] failed) {
        if (times.length != failed.length) {
            throw new IllegalArgumentException(
                    times.length + " times and " + failed.length + " outcomes: expected one of each per unit");
        }
        Samples.requirePositive(times);
        double longest = Arrays.stream(times).max().orElseThrow();
        double[] logs = new double[times.length]; // of time by the longest: not above 0
        double meanOfFailed = 0;
        int failures = 0;
        int early = 0;
        for (int i = 0; i < times.length; i++) {
            logs[i] = Math.log(times[i] / longest);
            meanOfFailed += failed[i] ? logs[i] : 0;
            failures += failed[i] ? 1 : 0;
            early += failed[i] && times[i] < longest ? 1 : 0;
        }
        if (failures < 2 || early == 0) {
            throw new IllegalArgumentException("a Weibull distribution cannot be fitted to " + failures + " failures, "
                    + early + " of them before the longest time: expected at least 2 and 1");
        }
        double mean = meanOfFailed / failures;
        double shape = Inverse.ofRising(k -> k == 0 ? Double.NEGATIVE_INFINITY : weightedMean(logs, k) - 1 / k - mean);
        double sum = 0;
        for (double log : logs) {
            sum += Math.exp(shape * log);
        }
        return new Weibull(shape, longest * Math.pow(sum / failures, 1 / shape));
    }

    private static double weightedMean(double[] logs, double shape) {
        double sum = 0;
        double weights = 0;
        for (double log : logs) {
            double weight = Math.exp(shape * log);
            sum += weight * log;
            weights += weight;
        }
        return sum / weights;
    }

    @Override
    public double logDensity(double x) {
        if (x <= 0) {
            boolean pole = x == 0 && shape < 1;
            double atZero = x == 0 && shape == 1 ? -Math.log(scale) : Double.NEGATIVE_INFINITY;
            return pole ? Double.POSITIVE_INFINITY : atZero;
        }
        double log = Math.log(x / scale);
        return Math.log(shape / scale) + (shape - 1) * log - Math.exp(shape * log);
    }

    @Override
    public double cdf(double x) {
        return x <= 0 ? 0 : -Math.expm1(-Math.pow(x / scale, shape));
    }

    @Override
    public double tail(double x) {
        return x <= 0 ? 1 : Math.exp(-Math.pow(x / scale, shape));
    }

    @Override
    public double quantile(double p) {
        Probability.require(p);
        return scale * Math.pow(-Math.log1p(-p), 1 / shape);
    }

    @Override
    public double mean() {
        return scale * Math.exp(LogGamma.ofOneMinus(-1 / shape));
    }

    @Override
    public double variance() {
        double first = LogGamma.ofOneMinus(-1 / shape);
        return scale * scale * Math.exp(2 * first) * Math.expm1(LogGamma.ofOneMinus(-2 / shape) - 2 * first);
    }

    @Override
    public double sample(RandomGenerator random) {
        return scale * Math.pow(random.nextExponential(), 1 / shape);
    }
}
