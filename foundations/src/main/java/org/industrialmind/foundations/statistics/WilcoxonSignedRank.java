package org.industrialmind.foundations.statistics;

import java.util.Arrays;

/**
 * Whether paired differences lie around zero, by the ranks of their sizes: the sign test's robustness with most of the t
 * test's power.
 *
 * <p>Differences of zero are left out. Up to {@value #EXACT_SIZE} differences without ties the distribution is counted
 * exactly; beyond, it is normal, with the variance corrected for ties.
 *
 * @param statistic sum of the ranks of the positive differences
 * @param differences how many are not zero
 * @param pValue probability of such a sum or a more extreme one where differences lie symmetrically around zero
 * @param effect rank-biserial correlation, in [-1, 1]
 * @see "Wilcoxon 1945, Individual comparisons by ranking methods, Biometrics Bulletin 1(6)"
 */
public record WilcoxonSignedRank(double statistic, int differences, double pValue, double effect) {
    private static final int EXACT_SIZE = 50;

    /** Compares two measurements of the same things. */
    public static WilcoxonSignedRank of(double[] first, double[] second, Alternative alternative) {
        Samples.requirePairs(first, second);
        double[] differences = new double[first.length];
        for (int i = 0; i < first.length; i++) {
            differences[i] = first[i] - second[i];
        }
        return of(differences, alternative);
    }

    /** @throws IllegalArgumentException if a difference is not finite or all are zero */
    public static WilcoxonSignedRank of(double[] differences, Alternative alternative) {
        Samples.requireFinite(differences);
        double[] kept = Arrays.stream(differences).filter(d -> d != 0).toArray();
        int n = kept.length;
        if (n == 0) {
            throw new IllegalArgumentException(
                    "all " + differences.length + " differences are zero: expected one to rank");
        }
        double[] sizes = Arrays.stream(kept).map(Math::abs).toArray();
        double[] ranks = Ranks.of(sizes);
        double positive = 0;
        for (int i = 0; i < n; i++) {
            positive += kept[i] > 0 ? ranks[i] : 0;
        }
        double all = 0.5 * n * (n + 1.0);
        double ties = Ranks.tieCubes(sizes);
        double p = ties == 0 && n <= EXACT_SIZE
                ? exact((int) Math.round(positive), n, alternative)
                : normal(positive, n, ties, alternative);
        return new WilcoxonSignedRank(positive, n, p, 2 * positive / all - 1);
    }

    private static double exact(int sum, int n, Alternative alternative) {
        double[] chances = new double[n * (n + 1) / 2 + 1];
        chances[0] = 1;
        for (int rank = 1; rank <= n; rank++) { // positive or not, with probability one half each
            for (int s = rank * (rank + 1) / 2; s >= 0; s--) {
                chances[s] = (chances[s] + (s >= rank ? chances[s - rank] : 0)) / 2;
            }
        }
        double atMost = 0;
        double atLeast = 0;
        for (int s = 0; s < chances.length; s++) {
            atMost += s <= sum ? chances[s] : 0;
            atLeast += s >= sum ? chances[s] : 0;
        }
        return alternative.pValue(atMost, atLeast);
    }

    private static double normal(double sum, double n, double ties, Alternative alternative) {
        double deviation = Math.sqrt((n * (n + 1) * (2 * n + 1) - ties / 2) / 24);
        double z = (sum - n * (n + 1) / 4) / deviation;
        return alternative.pValue(Normal.cdf(z), Normal.tail(z));
    }
}
