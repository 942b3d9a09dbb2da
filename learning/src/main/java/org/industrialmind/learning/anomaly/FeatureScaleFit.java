package org.industrialmind.learning.anomaly;

import java.util.Arrays;
import java.util.List;
import org.industrialmind.foundations.statistics.Quantiles;

/**
 * Finds the usual value and spread of each window feature, for every machine in every regime.
 *
 * <p>Level: the median of the machine's own windows in the regime. Spread: the median absolute deviation, but windows
 * overlap and a regime may have been seen for some minutes only, so the own spread is a poor estimate from few
 * independent windows. It is blended with that of the whole class, each weighted by the number of windows behind it:
 *
 * <pre>spread^2 = (n own^2 + n0 class^2) / (n + n0)</pre>
 *
 * with n the number of windows' lengths covered and n0 = {@value #PRIOR}. No spread is less than a floor: a tenth of a
 * sigma for means, a tenth (10 % more or less noise) for log-spreads, so that a channel which never moved does not raise
 * the alarm by its first flicker.
 */
final class FeatureScaleFit {
    /** As many windows the class's spread counts for. */
    private static final double PRIOR = 10;

    private static final double FLOOR = 0.1;

    /**
     * The windows of one machine in one regime.
     *
     * @param features by window, in order of time
     * @param independent how many windows' lengths of time they cover
     */
    record Group(List<double[]> features, double independent) {}

    private FeatureScaleFit() {}

    /** Returns one scale for each group, in their order. */
    static List<FeatureScale> fit(List<Group> groups, int size) {
        List<double[][]> own =
                groups.stream().map(group -> centresAndSpreads(group, size)).toList();
        double[] classSpread = new double[size];
        for (int i = 0; i < size; i++) {
            int feature = i;
            double[] spreads =
                    own.stream().mapToDouble(both -> both[1][feature]).toArray();
            classSpread[i] = Math.max(FLOOR, Quantiles.median(spreads));
        }
        FeatureScale[] scales = new FeatureScale[groups.size()];
        for (int g = 0; g < scales.length; g++) {
            double n = groups.get(g).independent();
            double[] spread = new double[size];
            for (int i = 0; i < size; i++) {
                double mine = own.get(g)[1][i];
                double blended = (n * mine * mine + PRIOR * classSpread[i] * classSpread[i]) / (n + PRIOR);
                spread[i] = Math.max(FLOOR, Math.sqrt(blended));
            }
            scales[g] = new FeatureScale(own.get(g)[0], spread);
        }
        return List.of(scales);
    }

    private static double[][] centresAndSpreads(Group group, int size) {
        double[] centre = new double[size];
        double[] spread = new double[size];
        for (int i = 0; i < size; i++) {
            int feature = i;
            double[] ascending = group.features().stream()
                    .mapToDouble(features -> features[feature])
                    .filter(Double::isFinite)
                    .sorted()
                    .toArray();
            if (ascending.length > 0) {
                centre[i] = Quantiles.ofSorted(ascending, 0.5);
                spread[i] = Quantiles.medianDeviationOfSorted(ascending);
            }
        }
        return new double[][] {centre, spread};
    }

    /** Returns the mean of each feature over all rows. */
    static double[] means(List<double[]> rows) {
        double[] means = new double[rows.getFirst().length];
        for (double[] row : rows) {
            for (int i = 0; i < means.length; i++) {
                means[i] += row[i] / rows.size();
            }
        }
        return Arrays.copyOf(means, means.length);
    }
}
