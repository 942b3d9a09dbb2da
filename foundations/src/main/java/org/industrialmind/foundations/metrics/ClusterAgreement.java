package org.industrialmind.foundations.metrics;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * How well two groupings of the same rows agree; the names of the groups do not matter.
 *
 * <p>Plain mutual information grows with the number of groups; the adjusted measures subtract what two groupings of these
 * sizes share by chance, so 0 means chance and below 0 worse [1], [2]. Homogeneity asks whether a cluster holds one class
 * only, completeness whether a class stays in one cluster; V is their harmonic mean, the same number as the normalised
 * mutual information by the arithmetic mean [3].
 *
 * <p>Two groupings that are the same up to names score 1 throughout, also where there is one group only or every row is
 * alone. Homogeneity is 1 where there is one class only, completeness where there is one cluster only.
 *
 * <p>Complexity: O(n) for all but the adjusted mutual information, which takes O(n (groups + clusters)).
 *
 * <ol>
 *   <li>Hubert and Arabie 1985, Comparing partitions, Journal of Classification 2.
 *   <li>Vinh, Epps and Bailey 2010, Information theoretic measures for clusterings comparison, JMLR 11.
 *   <li>Rosenberg and Hirschberg 2007, V-measure, EMNLP-CoNLL.
 * </ol>
 *
 * @param adjustedRand share of pairs treated alike, adjusted for chance (ARI)
 * @param mutualInformation in nats
 * @param normalisedInformation mutual information by the mean of both entropies (NMI, and V)
 * @param adjustedInformation the same, adjusted for chance (AMI)
 * @param homogeneity whether a cluster holds one class only
 * @param completeness whether a class lies in one cluster only
 */
public record ClusterAgreement(
        double adjustedRand,
        double mutualInformation,
        double normalisedInformation,
        double adjustedInformation,
        double homogeneity,
        double completeness) {

    /**
     * Compares a grouping with the truth.
     *
     * @param classes any numbers, one for each row
     * @param clusters any numbers, one for each row; a number for noise is a cluster like any other
     * @throws IllegalArgumentException if the lengths differ or there is no row
     */
    public static ClusterAgreement of(int[] classes, int[] clusters) {
        MetricChecks.requireSameLength("clusters", clusters.length, "classes", classes.length);
        int[] first = Groups.numbered(classes);
        int[] second = Groups.numbered(clusters);
        if (Arrays.equals(first, second)) {
            double entropy = entropy(Groups.sizes(first), first.length);
            return new ClusterAgreement(1, entropy, 1, 1, 1, 1);
        }
        return compared(first, second);
    }

    /** Returns the harmonic mean of homogeneity and completeness. */
    public double v() {
        return normalisedInformation;
    }

    private static ClusterAgreement compared(int[] first, int[] second) {
        int n = first.length;
        int[] rows = Groups.sizes(first);
        int[] columns = Groups.sizes(second);
        Map<Long, Integer> both = new HashMap<>();
        for (int i = 0; i < n; i++) {
            both.merge((long) first[i] * columns.length + second[i], 1, Integer::sum);
        }
        double information = 0;
        double pairs = 0;
        for (Map.Entry<Long, Integer> cell : both.entrySet()) {
            double count = cell.getValue();
            double row = rows[(int) (cell.getKey() / columns.length)];
            double column = columns[(int) (cell.getKey() % columns.length)];
            information += count / n * Math.log(n * count / (row * column));
            pairs += count * (count - 1) / 2;
        }
        information = Math.max(0, information); // rounding may leave it a hair below
        double ofClasses = entropy(rows, n);
        double ofClusters = entropy(columns, n);
        double mean = (ofClasses + ofClusters) / 2;
        double expected = expectedInformation(rows, columns, n);
        return new ClusterAgreement(
                adjustedRand(pairs, pairs(rows), pairs(columns), n),
                information,
                MetricChecks.ratio(information, mean),
                MetricChecks.ratio(information - expected, mean - expected),
                ofClasses == 0 ? 1 : information / ofClasses,
                ofClusters == 0 ? 1 : information / ofClusters);
    }

    private static double adjustedRand(double both, double first, double second, int n) {
        double expected = first * second / (0.5 * n * (n - 1.0));
        return MetricChecks.ratio(both - expected, (first + second) / 2 - expected);
    }

    private static double pairs(int[] sizes) {
        double pairs = 0;
        for (int size : sizes) {
            pairs += size * (size - 1.0) / 2;
        }
        return pairs;
    }

    private static double entropy(int[] sizes, int n) {
        double entropy = 0;
        for (int size : sizes) {
            entropy -= (double) size / n * Math.log((double) size / n);
        }
        return Math.max(0, entropy);
    }

    /** Returns the mean mutual information of groupings with these sizes, drawn at random (hypergeometric) [2]. */
    private static double expectedInformation(int[] rows, int[] columns, int n) {
        double[] logFactorial = new double[n + 1];
        for (int i = 2; i <= n; i++) {
            logFactorial[i] = logFactorial[i - 1] + Math.log(i);
        }
        double sum = 0;
        for (int a : rows) {
            for (int b : columns) {
                double fixed =
                        logFactorial[a] + logFactorial[b] + logFactorial[n - a] + logFactorial[n - b] - logFactorial[n];
                for (int k = Math.max(1, a + b - n); k <= Math.min(a, b); k++) {
                    double logChance = fixed
                            - logFactorial[k]
                            - logFactorial[a - k]
                            - logFactorial[b - k]
                            - logFactorial[n - a - b + k];
                    sum += (double) k / n * Math.log((double) n * k / ((double) a * b)) * Math.exp(logChance);
                }
            }
        }
        return sum;
    }
}
