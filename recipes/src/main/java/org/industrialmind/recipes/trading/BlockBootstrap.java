package org.industrialmind.recipes.trading;

import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.industrialmind.foundations.statistics.Interval;
import org.industrialmind.foundations.statistics.Quantiles;

/**
 * Histories that might as well have happened: blocks of successive days drawn with replacement from a circle of the days
 * there were, so that quiet and wild weeks stay together (Politis and Romano 1992, A circular block-resampling procedure).
 *
 * @param draws how many histories
 * @param block days in a block
 */
record BlockBootstrap(int draws, int block) {
    static BlockBootstrap defaults() {
        return new BlockBootstrap(2000, 21);
    }

    /** Returns the interval in which the statistic falls in this share of the histories. */
    Interval interval(double[] sample, ToDoubleFunction<double[]> statistic, double level, long seed) {
        double[] values = redrawn(sample, statistic, seed);
        return new Interval(Quantiles.quantile(values, (1 - level) / 2), Quantiles.quantile(values, (1 + level) / 2));
    }

    /** Returns how often a mean as high as this sample's, or higher, comes about by luck where the true mean is 0. */
    double chanceOfMean(double[] sample, long seed) {
        double own = mean(sample);
        long higher = 0;
        for (double drawn : redrawn(sample, BlockBootstrap::mean, seed)) {
            higher += drawn - own >= own ? 1 : 0;
        }
        return (1.0 + higher) / (1.0 + draws);
    }

    private double[] redrawn(double[] sample, ToDoubleFunction<double[]> statistic, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[draws];
        double[] drawn = new double[sample.length];
        for (int i = 0; i < draws; i++) {
            for (int from = 0; from < drawn.length; from += block) {
                int start = random.nextInt(sample.length);
                for (int d = from; d < Math.min(from + block, drawn.length); d++) {
                    drawn[d] = sample[(start + d - from) % sample.length];
                }
            }
            values[i] = statistic.applyAsDouble(drawn);
        }
        return values;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
