package org.industrialmind.foundations.statistics;

import java.util.Arrays;

/**
 * The far tail of measured numbers, from the part of them that exceeds a high threshold.
 *
 * <p>Far out there are too few numbers to count, and a distribution fitted to the bulk knows nothing of the tail. Excesses
 * over a high threshold are generalised Pareto in the limit, whatever the numbers are; so limits with one false alarm in a
 * million come out of some thousand numbers [1]. The threshold trades bias (too low) for variance (too high): a few percent
 * of the numbers above it, at least some dozens, is usual. Numbers that come in clusters, as those of a slow process do,
 * should be declustered first.
 *
 * <ol>
 *   <li>Coles 2001, An Introduction to Statistical Modeling of Extreme Values, chapter 4.
 * </ol>
 *
 * @param threshold where the tail begins
 * @param rate share of the numbers above it
 * @param excess distribution of how far they exceed it
 */
public record PeaksOverThreshold(double threshold, double rate, GeneralisedPareto excess) {
    /**
     * Fits the tail above the threshold that a share of the numbers exceeds.
     *
     * @param rate share in (0, 1), say 0.05
     * @throws IllegalArgumentException if the rate is outside, or fewer than 5 numbers exceed the threshold
     */
    public static PeaksOverThreshold fit(double[] values, double rate) {
        if (!(rate > 0 && rate < 1)) {
            throw new IllegalArgumentException("tail of a share " + rate + ": expected a number in (0, 1)");
        }
        return above(values, Quantiles.quantile(values, 1 - rate));
    }

    /** Fits the tail above a threshold. */
    public static PeaksOverThreshold above(double[] values, double threshold) {
        Samples.requireFinite(values);
        double[] excesses = Arrays.stream(values)
                .filter(value -> value > threshold)
                .map(value -> value - threshold)
                .toArray();
        GeneralisedPareto excess = GeneralisedPareto.fit(excesses);
        return new PeaksOverThreshold(threshold, (double) excesses.length / values.length, excess);
    }

    /** Returns the share of numbers above x, for an x from the threshold on. */
    public double tail(double x) {
        if (!(x >= threshold)) {
            throw new IllegalArgumentException(
                    "the tail begins at " + threshold + " and says nothing of " + x + ": count the numbers there");
        }
        return rate * excess.tail(x - threshold);
    }

    /**
     * Returns what one number in so many exceeds: the return level.
     *
     * @param numbers more than one by the rate
     */
    public double returnLevel(double numbers) {
        if (!(numbers * rate > 1)) {
            throw new IllegalArgumentException("the level that one of " + numbers + " numbers exceeds lies below the"
                    + " threshold, which one of " + 1 / rate + " exceeds: count the numbers there");
        }
        // the inverse of the tail itself: 1 - p would have lost the digits of a rare event
        double u = Math.log(numbers * rate);
        return threshold + excess.scale() * GeneralisedPareto.bent(u, excess.shape());
    }
}
