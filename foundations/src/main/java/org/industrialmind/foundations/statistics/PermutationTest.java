package org.industrialmind.foundations.statistics;

import java.util.SplittableRandom;
import java.util.function.ToDoubleBiFunction;

/**
 * Whether two samples differ in anything that can be computed, by dealing their numbers out again and again.
 *
 * <p>Where both come from one distribution, how the numbers fell into two samples is chance, so the statistic of the samples
 * is one of those of all dealings. Nothing is assumed of the distribution. The p value counts the samples as one of the
 * dealings, so it is never 0 and holds its level exactly.
 *
 * @param statistic of the samples as they are
 * @param pValue at least 1 / (dealings + 1)
 * @see "Phipson and Smyth 2010, Permutation p-values should never be zero, Statistical Applications in Genetics 9(1)"
 */
public record PermutationTest(double statistic, double pValue) {
    private static final double ROUNDING = 1e-12; // sums in another order differ in the last digits

    /** Compares means. */
    public static PermutationTest ofMeans(
            double[] first, double[] second, Alternative alternative, int dealings, long seed) {
        return of(first, second, (x, y) -> Moments.of(x).mean() - Moments.of(y).mean(), alternative, dealings, seed);
    }

    /**
     * Compares by any statistic that is large where the first is greater; {@link Alternative#DIFFERENT} doubles the smaller
     * side.
     *
     * @throws IllegalArgumentException if a sample is empty, a value is not finite, or there is no dealing
     */
    public static PermutationTest of(
            double[] first,
            double[] second,
            ToDoubleBiFunction<double[], double[]> statistic,
            Alternative alternative,
            int dealings,
            long seed) {
        Samples.requireSize("the first sample", first, 1);
        Samples.requireSize("the second sample", second, 1);
        if (dealings < 1) {
            throw new IllegalArgumentException("a permutation test of " + dealings + " dealings: expected at least 1");
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = first.clone();
        double[] y = second.clone();
        double own = statistic.applyAsDouble(x, y);
        double slack = ROUNDING * Math.abs(own);
        double atMost = 1;
        double atLeast = 1;
        for (int i = 0; i < dealings; i++) {
            deal(x, y, random);
            double value = statistic.applyAsDouble(x, y);
            atMost += value <= own + slack ? 1 : 0;
            atLeast += value >= own - slack ? 1 : 0;
        }
        double count = dealings + 1.0;
        return new PermutationTest(own, alternative.pValue(atMost / count, atLeast / count));
    }

    /** Fills the first sample with a random part of all numbers, the second with the rest. */
    private static void deal(double[] x, double[] y, SplittableRandom random) {
        int n = x.length + y.length;
        for (int i = 0; i < x.length; i++) {
            int j = i + random.nextInt(n - i);
            double kept = x[i];
            if (j < x.length) {
                x[i] = x[j];
                x[j] = kept;
            } else {
                x[i] = y[j - x.length];
                y[j - x.length] = kept;
            }
        }
    }
}
