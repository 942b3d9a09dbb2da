package org.industrialmind.foundations.statistics;

/**
 * Mean and variance of numbers that come one by one, in one pass and without keeping them.
 *
 * <p>The sum of squares less the square of the sum loses everything when the level is large against the spread (pressures
 * in pascal do that). Welford's update carries the mean and the squared distance from it instead; two halves of a stream
 * can be merged.
 *
 * <ol>
 *   <li>Welford 1962, Note on a method for calculating corrected sums of squares and products, Technometrics 4(3).
 *   <li>Chan, Golub and LeVeque 1983, Algorithms for computing the sample variance, The American Statistician 37(3).
 * </ol>
 *
 * @param count how many numbers have come
 * @param mean their mean, 0 where none has
 * @param squares sum of their squared distances from the mean
 */
public record Moments(long count, double mean, double squares) {
    public static final Moments NONE = new Moments(0, 0, 0);

    /** @throws IllegalArgumentException if a value is NaN or infinite; the message names its position */
    public static Moments of(double[] values) {
        Moments moments = NONE;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(
                        "the value at position " + i + " is " + values[i] + ": expected a finite number");
            }
            moments = moments.with(values[i]);
        }
        return moments;
    }

    /** Returns the moments after one more number. */
    public Moments with(double value) {
        long n = count + 1;
        double away = value - mean;
        double next = mean + away / n;
        return new Moments(n, next, squares + away * (value - next));
    }

    /** Returns the moments of both streams together. */
    public Moments merged(Moments other) {
        if (count == 0 || other.count == 0) {
            return count == 0 ? other : this;
        }
        long n = count + other.count;
        double away = other.mean - mean;
        double both = squares + other.squares + away * away * ((double) count * other.count / n);
        return new Moments(n, mean + away * other.count / n, both);
    }

    /**
     * Returns the variance of the population that the numbers are a sample of (divided by n - 1).
     *
     * @throws IllegalStateException if there are fewer than two numbers
     */
    public double variance() {
        if (count < 2) {
            throw new IllegalStateException("variance of " + count + " numbers: expected at least two");
        }
        return squares / (count - 1);
    }

    /** Returns the root of the {@link #variance()}. */
    public double deviation() {
        return Math.sqrt(variance());
    }
}
