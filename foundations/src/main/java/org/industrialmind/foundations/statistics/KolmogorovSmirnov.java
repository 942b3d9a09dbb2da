package org.industrialmind.foundations.statistics;

import java.util.Arrays;

/**
 * Whether a sample comes from a distribution, or two samples from one: by the largest distance between the shares below a
 * point.
 *
 * <p>Sensitive in the middle, weak in the tails. If parameters of the distribution were estimated from the same sample, the
 * p value is far too large: for normality ask {@link AndersonDarling}.
 *
 * <p>p values: one sample up to {@value #EXACT_SIZE} numbers exactly [1], with twice the one-sided probability where that is
 * small, which keeps its digits [2]; two samples up to {@value #EXACT_PAIRS} pairs exactly, by counting paths; beyond, by the
 * limit with a correction for size [3]. Ties leave the p value on the safe side.
 *
 * <ol>
 *   <li>Marsaglia, Tsang and Wang 2003, Evaluating Kolmogorov's distribution, Journal of Statistical Software 8(18).
 *   <li>Birnbaum and Tingey 1951, One-sided confidence contours for probability distribution functions, Annals of
 *       Mathematical Statistics 22.
 *   <li>Stephens 1970, Use of the Kolmogorov-Smirnov, Cramer-von Mises and related statistics without extensive tables, JRSS
 *       B 32.
 * </ol>
 *
 * @param statistic largest distance between the shares
 * @param pValue probability of such a distance or a larger one where there is no difference
 */
public record KolmogorovSmirnov(double statistic, double pValue) {
    private static final int EXACT_SIZE = 2000;
    private static final int EXACT_PAIRS = 1_000_000;
    private static final double SMALL = 1e-4; // both sides are exceeded at once in about p^4 of cases
    private static final double ROUNDING = 1e-9; // of shares, which are multiples of 1 / pairs at most

    /** @throws IllegalArgumentException if the sample is empty or holds a value that is not finite */
    public static KolmogorovSmirnov one(double[] values, Distribution distribution) {
        Samples.requireSize("a sample", values, 1);
        double[] ascending = values.clone();
        Arrays.sort(ascending);
        double n = ascending.length;
        double distance = 0;
        for (int i = 0; i < n; i++) {
            double share = distribution.cdf(ascending[i]);
            distance = Math.max(distance, Math.max(share - i / n, (i + 1) / n - share));
        }
        return new KolmogorovSmirnov(distance, ofOne(ascending.length, distance));
    }

    /** @throws IllegalArgumentException if a sample is empty or holds a value that is not finite */
    public static KolmogorovSmirnov two(double[] first, double[] second) {
        Samples.requireSize("the first sample", first, 1);
        Samples.requireSize("the second sample", second, 1);
        double[] x = first.clone();
        double[] y = second.clone();
        Arrays.sort(x);
        Arrays.sort(y);
        double distance = 0;
        int i = 0;
        int j = 0;
        while (i < x.length && j < y.length) {
            double at = Math.min(x[i], y[j]);
            while (i < x.length && x[i] == at) {
                i++;
            }
            while (j < y.length && y[j] == at) {
                j++;
            }
            distance = Math.max(distance, Math.abs((double) i / x.length - (double) j / y.length));
        }
        boolean exact = (long) x.length * y.length <= EXACT_PAIRS;
        double size = (double) x.length * y.length / (x.length + y.length);
        return new KolmogorovSmirnov(
                distance, exact ? paths(x.length, y.length, distance) : limit(Math.sqrt(size), distance));
    }

    private static double ofOne(int n, double distance) {
        if (distance >= 1) {
            return 0;
        }
        double oneSided = 2 * oneSided(n, distance);
        if (oneSided < SMALL) {
            return oneSided;
        }
        return n <= EXACT_SIZE ? Math.clamp(1 - kolmogorov(n, distance), 0.0, 1.0) : limit(Math.sqrt(n), distance);
    }

    /** Returns the probability that the sample's share exceeds the distribution's by as much somewhere [2]. */
    private static double oneSided(int n, double d) {
        double sum = Math.exp(n * Math.log1p(-d));
        for (int j = 1; j <= n * (1 - d); j++) {
            double p = d + (double) j / n;
            if (p < 1) {
                double log = LogGamma.of(n + 1.0) - LogGamma.of(j + 1.0) - LogGamma.of(n - j + 1.0);
                log += (n - j) * Math.log1p(-p) + (j - 1) * Math.log(p);
                sum += d * Math.exp(log);
            }
        }
        return sum;
    }

    /** Returns the probability of a smaller distance: an entry of a power of a matrix [1]. */
    private static double kolmogorov(int n, double d) {
        int k = (int) (n * d) + 1;
        int m = 2 * k - 1;
        double h = k - n * d;
        double[][] step = new double[m][m];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j <= Math.min(i + 1, m - 1); j++) {
                step[i][j] = 1;
            }
        }
        for (int i = 0; i < m; i++) {
            step[i][0] -= Math.pow(h, i + 1);
            step[m - 1][i] -= Math.pow(h, m - i);
        }
        step[m - 1][0] += 2 * h > 1 ? Math.pow(2 * h - 1, m) : 0;
        for (int i = 0; i < m; i++) {
            for (int j = 0; j <= Math.min(i + 1, m - 1); j++) {
                step[i][j] *= Math.exp(-LogGamma.of(i - j + 2.0));
            }
        }
        double entry = scaledPower(step, n, k - 1);
        return entry <= 0 ? 0 : Math.exp(Math.log(entry) + n + LogGamma.of(n + 1.0) - n * Math.log(n));
    }

    /** Returns an entry on the diagonal of the power of base / e: it is about n^n / n! times smaller, and does not overflow. */
    private static double scaledPower(double[][] base, int n, int at) {
        int m = base.length;
        double[][] square = new double[m][m];
        double[][] result = new double[m][m];
        for (int i = 0; i < m; i++) {
            result[i][i] = 1;
            for (int j = 0; j < m; j++) {
                square[i][j] = base[i][j] / Math.E;
            }
        }
        for (int left = n; left > 0; left >>= 1) {
            if ((left & 1) == 1) {
                result = product(result, square);
            }
            square = left > 1 ? product(square, square) : square;
        }
        return result[at][at];
    }

    private static double[][] product(double[][] x, double[][] y) {
        int m = x.length;
        double[][] z = new double[m][m];
        for (int i = 0; i < m; i++) {
            for (int k = 0; k < m; k++) {
                double factor = x[i][k];
                for (int j = 0; j < m && factor != 0; j++) {
                    z[i][j] += factor * y[k][j];
                }
            }
        }
        return z;
    }

    /** Returns the share of paths through the grid that leave the band of the distance. */
    private static double paths(int m, int n, double distance) {
        double[] outside = new double[n + 1]; // of all ways to here, the share that has been as far apart already
        for (int i = 0; i <= m; i++) {
            for (int j = 0; j <= n; j++) {
                double apart = Math.abs((double) i / m - (double) j / n);
                double fromLeft = j == 0 ? 0 : outside[j - 1] * j / (i + j);
                double fromBelow = i == 0 ? 0 : outside[j] * i / (i + j);
                outside[j] = apart >= distance - ROUNDING ? 1 : fromLeft + fromBelow;
            }
        }
        return distance == 0 ? 1 : outside[n];
    }

    /** Returns the limit for large samples; root is that of the (effective) size [3]. */
    private static double limit(double root, double distance) {
        double x = distance * (root + 0.12 + 0.11 / root);
        if (x < 0.2) {
            return 1;
        }
        double sum = 0;
        for (int k = 1; k <= 100; k++) {
            double term = Math.exp(-2.0 * k * k * x * x);
            sum += k % 2 == 1 ? term : -term;
        }
        return Math.clamp(2 * sum, 0.0, 1.0);
    }
}
