package org.industrialmind.foundations.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * How far a statistic of a sample may be off, for any statistic: the sample stands for the population, and samples are drawn
 * from it.
 *
 * <p>The percentile interval takes quantiles of the redrawn statistics. It leaves out that these may be biased, or scatter
 * more on one side; BCa corrects both from the share of redrawn statistics below the original and from leaving out one number
 * at a time, and is the better one from some dozens of numbers on [1]. Neither helps with extremes, or with rows that depend
 * on each other, as neighbours in time do.
 *
 * @param draws how many samples are drawn; a few thousand for intervals
 * @param level confidence in (0, 1)
 * @see "Efron 1987, Better bootstrap confidence intervals, JASA 82(397)"
 */
public record Bootstrap(int draws, double level) {
    public Bootstrap {
        if (draws < 2 || !(level > 0 && level < 1)) {
            throw new IllegalArgumentException("bootstrap of " + draws + " draws at level " + level
                    + ": expected at least 2 draws and a level in (0, 1)");
        }
    }

    /** Returns 5000 draws and a level of 0.95. */
    public static Bootstrap defaults() {
        return new Bootstrap(5000, 0.95);
    }

    /**
     * Returns the percentile interval.
     *
     * @param statistic must not change its argument
     * @throws IllegalArgumentException if the sample is empty, or the statistic of a redrawn sample is no number
     */
    public Interval percentile(double[] sample, ToDoubleFunction<double[]> statistic, long seed) {
        double[] ascending = redrawn(sample, statistic, seed);
        return between(ascending, (1 - level) / 2, (1 + level) / 2);
    }

    /** Returns the bias-corrected and accelerated interval; for a statistic that never varies, its value. */
    public Interval corrected(double[] sample, ToDoubleFunction<double[]> statistic, long seed) {
        Samples.requireSize("a corrected interval", sample, 2);
        double[] ascending = redrawn(sample, statistic, seed);
        double own = statistic.applyAsDouble(sample.clone());
        double below = 0;
        for (double value : ascending) {
            below += value < own ? 1 : value == own ? 0.5 : 0;
        }
        double share = Math.clamp(below / draws, 0.5 / draws, 1 - 0.5 / draws);
        double bias = Normal.quantile(share);
        double acceleration = acceleration(sample, statistic);
        double reach = Normal.quantile((1 + level) / 2);
        return between(
                ascending, corrected(bias, acceleration, bias - reach), corrected(bias, acceleration, bias + reach));
    }

    private static double corrected(double bias, double acceleration, double z) {
        return Normal.cdf(bias + z / (1 - acceleration * z));
    }

    /** Returns a sixth of the skewness of the statistics that lack one number each. */
    private static double acceleration(double[] sample, ToDoubleFunction<double[]> statistic) {
        int n = sample.length;
        double[] without = new double[n];
        double[] rest = Arrays.copyOfRange(sample, 1, n);
        for (int i = 0; i < n; i++) {
            without[i] = statistic.applyAsDouble(rest.clone());
            if (i < n - 1) {
                rest[i] = sample[i];
            }
        }
        double mean = Moments.of(without).mean();
        double squares = 0;
        double cubes = 0;
        for (double value : without) {
            double away = mean - value;
            squares += away * away;
            cubes += away * away * away;
        }
        return squares == 0 ? 0 : cubes / (6 * Math.pow(squares, 1.5));
    }

    private double[] redrawn(double[] sample, ToDoubleFunction<double[]> statistic, long seed) {
        if (sample.length == 0) {
            throw new IllegalArgumentException("bootstrap of no values: expected at least one");
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[] statistics = new double[draws];
        for (int d = 0; d < draws; d++) {
            double[] drawn = new double[sample.length];
            for (int i = 0; i < drawn.length; i++) {
                drawn[i] = sample[random.nextInt(sample.length)];
            }
            statistics[d] = statistic.applyAsDouble(drawn);
            if (Double.isNaN(statistics[d])) {
                throw new IllegalArgumentException(
                        "the statistic of redrawn sample " + d + " is no number: is it defined where values repeat?");
            }
        }
        Arrays.sort(statistics);
        return statistics;
    }

    private static Interval between(double[] ascending, double low, double high) {
        return new Interval(Quantiles.ofSorted(ascending, low), Quantiles.ofSorted(ascending, high));
    }
}
