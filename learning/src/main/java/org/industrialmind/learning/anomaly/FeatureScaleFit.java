package org.industrialmind.learning.anomaly;

import java.util.Arrays;
import java.util.List;
import org.industrialmind.foundations.statistics.Quantiles;

/**
 * Finds the usual value and the spreads of each window feature, for every machine in every regime.
 *
 * <p>Level: the median of the machine's own windows in the regime. Spread: the median absolute deviation, but windows
 * overlap and a regime may have been seen for some minutes only, so the own spread is a poor estimate from few
 * independent windows. It is blended with that of the whole class, each weighted by the number of windows behind it:
 *
 * <pre>spread^2 = (n own^2 + n0 class^2) / (n + n0)</pre>
 *
 * with n the number of windows' lengths covered and n0 = {@value #PRIOR}. No spread is less than a floor, a tenth of a
 * sigma for levels and a tenth (10 % more or less noise) for restlessness, so that a channel which never moved does not
 * raise the alarm by its first flicker.
 *
 * <p>Then the tails: where windows of the class lie further out to one side than normal numbers would - cold after a
 * stop, say - the spread to that side is widened, so that the {@value #TAIL} quantile is where that of the normal
 * distribution is. The class lends this experience to its members: a machine that has not been stopped in training may be
 * stopped later. A machine that is unlike itself in a way the class has shown in health is no alarm; the price is that a
 * fault which looks just like a cold start is not one either.
 */
public final class FeatureScaleFit {
    /** As many windows the class's spread counts for. */
    private static final double PRIOR = 10;

    private static final double FLOOR = 0.1;
    private static final double TAIL = 0.002; // of an eight-hour history of one machine, one minute
    private static final double NORMAL_TAIL = 2.878162; // less the normal quantile of TAIL

    /**
     * The windows of one machine in one regime.
     *
     * @param features by window, in order of time
     * @param independent how many windows' lengths of time they cover
     */
    public record Group(List<double[]> features, double independent) {
        /** Returns one feature of all windows, without those in which it is missing, ascending. */
        double[] ascending(int feature) {
            return features.stream()
                    .mapToDouble(values -> values[feature])
                    .filter(Double::isFinite)
                    .sorted()
                    .toArray();
        }
    }

    private final List<Group> groups;
    private final double[][] centre; // [group, feature]
    private final double[][] spread; // [group, feature]

    private FeatureScaleFit(List<Group> groups, int size) {
        this.groups = groups;
        this.centre = new double[groups.size()][size];
        this.spread = new double[groups.size()][size];
    }

    /**
     * Returns one scale for each group, in their order.
     *
     * @param widened whether the tails count; where a history may hold faults, they would
     */
    public static List<FeatureScale> fit(List<Group> groups, int size, boolean widened) {
        FeatureScaleFit fit = new FeatureScaleFit(groups, size);
        double[] widerBelow = new double[size];
        double[] widerAbove = new double[size];
        for (int feature = 0; feature < size; feature++) {
            fit.centreAndSpread(feature);
            double[] standardised = fit.standardised(feature);
            boolean seen = widened && standardised.length > 0;
            widerBelow[feature] = seen ? Math.max(1, -Quantiles.quantile(standardised, TAIL) / NORMAL_TAIL) : 1;
            widerAbove[feature] = seen ? Math.max(1, Quantiles.quantile(standardised, 1 - TAIL) / NORMAL_TAIL) : 1;
        }
        FeatureScale[] scales = new FeatureScale[groups.size()];
        for (int g = 0; g < scales.length; g++) {
            double[] own = fit.spread[g];
            scales[g] = new FeatureScale(fit.centre[g], times(own, widerBelow), times(own, widerAbove));
        }
        return List.of(scales);
    }

    private void centreAndSpread(int feature) {
        for (int g = 0; g < groups.size(); g++) {
            double[] ascending = groups.get(g).ascending(feature);
            if (ascending.length > 0) {
                centre[g][feature] = Quantiles.ofSorted(ascending, 0.5);
                spread[g][feature] = Quantiles.medianDeviationOfSorted(ascending);
            }
        }
        double[] own = new double[groups.size()];
        for (int g = 0; g < own.length; g++) {
            own[g] = spread[g][feature];
        }
        double ofClass = Math.max(FLOOR, Quantiles.median(own));
        for (int g = 0; g < own.length; g++) {
            double n = groups.get(g).independent();
            double blended = (n * own[g] * own[g] + PRIOR * ofClass * ofClass) / (n + PRIOR);
            spread[g][feature] = Math.max(FLOOR, Math.sqrt(blended));
        }
    }

    private double[] standardised(int feature) {
        double[] all = new double
                [groups.stream().mapToInt(group -> group.features().size()).sum()];
        int count = 0;
        for (int g = 0; g < groups.size(); g++) {
            for (double[] values : groups.get(g).features()) {
                double x = (values[feature] - centre[g][feature]) / spread[g][feature];
                if (Double.isFinite(x)) {
                    all[count++] = x;
                }
            }
        }
        return Arrays.copyOf(all, count);
    }

    private static double[] times(double[] spread, double[] factor) {
        double[] product = new double[spread.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = spread[i] * factor[i];
        }
        return product;
    }
}
