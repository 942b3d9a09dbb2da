package org.industrialmind.foundations.statistics;

/**
 * Whether numbers of one sample tend to exceed those of another, by ranks alone: outliers and scales do not matter.
 *
 * <p>U counts the pairs in which the first exceeds the second, ties half. Up to {@value #EXACT_PAIRS} pairs without ties its
 * distribution is counted exactly; beyond, it is normal, with the variance corrected for ties and half a step for continuity.
 *
 * @param statistic U of the first sample
 * @param pValue probability of such a U or a more extreme one where the samples come from one distribution
 * @param effect rank-biserial correlation, in [-1, 1]: pairs won less pairs lost as a share
 * @see "Mann and Whitney 1947, On a test of whether one of two random variables is stochastically larger than the other"
 */
public record MannWhitney(double statistic, double pValue, double effect) {
    private static final int EXACT_PAIRS = 2500;

    /** @throws IllegalArgumentException if a sample is empty or holds a value that is not finite */
    public static MannWhitney of(double[] first, double[] second, Alternative alternative) {
        Samples.requireSize("the first sample", first, 1);
        Samples.requireSize("the second sample", second, 1);
        double[] all = new double[first.length + second.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        double[] ranks = Ranks.of(all);
        double u = -0.5 * first.length * (first.length + 1.0);
        for (int i = 0; i < first.length; i++) {
            u += ranks[i];
        }
        double pairs = (double) first.length * second.length;
        double ties = Ranks.tieCubes(all);
        double p = ties == 0 && pairs <= EXACT_PAIRS
                ? exact((int) Math.round(u), first.length, second.length, alternative)
                : normal(u, first.length, second.length, ties, alternative);
        return new MannWhitney(u, p, 2 * u / pairs - 1);
    }

    private static double exact(int u, int m, int n, Alternative alternative) {
        double[] chances = chances(m, n);
        double atMost = 0;
        double atLeast = 0;
        for (int i = 0; i < chances.length; i++) {
            atMost += i <= u ? chances[i] : 0;
            atLeast += i >= u ? chances[i] : 0;
        }
        return alternative.pValue(atMost, atLeast);
    }

    /** Returns the probability of each U: the last number in order is of the first sample, or of the second. */
    private static double[] chances(int m, int n) {
        double[][] byFirst = new double[m + 1][m * n + 1]; // so many of the first, and all of the second so far
        byFirst[0][0] = 1;
        for (int b = 0; b <= n; b++) {
            for (int a = 1; a <= m; a++) {
                double share = (double) a / (a + b);
                for (int u = a * b; u >= 0; u--) {
                    double lastOfFirst = u >= b ? byFirst[a - 1][u - b] * share : 0;
                    byFirst[a][u] = lastOfFirst + (b == 0 ? 0 : byFirst[a][u] * (1 - share));
                }
            }
        }
        return byFirst[m];
    }

    private static double normal(double u, double m, double n, double ties, Alternative alternative) {
        double size = m + n;
        double variance = m * n / 12 * (size + 1 - ties / (size * (size - 1)));
        if (!(variance > 0)) {
            return 1; // all numbers are equal
        }
        double deviation = Math.sqrt(variance);
        double atMost = Normal.cdf((u - m * n / 2 + 0.5) / deviation);
        double atLeast = Normal.tail((u - m * n / 2 - 0.5) / deviation);
        return alternative.pValue(atMost, atLeast);
    }
}
