package org.industrialmind.learning.anomaly;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.industrialmind.foundations.statistics.Normal;
import org.industrialmind.foundations.statistics.Quantiles;

/**
 * How far the standardised features of a window lie from normal, and which channels that is owed to.
 *
 * <p>Three looks at the same features, each in units of its own limit, of which the worst counts:
 *
 * <ul>
 *   <li>the combined index of the principal components of the levels ({@link PrincipalComponents}): channels that no
 *       longer belong together;
 *   <li>the largest single level: one channel far out along a direction that varies anyway, where the many components
 *       would dilute it;
 *   <li>the largest single restlessness: noise is independent from channel to channel, so components of it explain
 *       nothing.
 * </ul>
 *
 * The limit of each look is the larger of what theory gives for normal features and what {@value #TOLERATED} of the fitted
 * windows stay below; hence 1 is the most that a usual window shows. The limits that count are calibrated on top of that,
 * per machine and regime, by {@link Limits}.
 *
 * <p>Evidence against a channel is the largest squared look that it alone could account for: the reconstruction-based
 * contribution of its level, or the square of its single deviations. Shares are evidence over the sum of all.
 */
final class WindowScore {
    static final double TOLERATED = 0.999;

    /**
     * What the looks are measured by.
     *
     * @param together limit of the root of the combined index
     * @param level limit of the largest single standardised level
     * @param restlessness limit of the largest single standardised restlessness
     */
    record Units(double together, double level, double restlessness) {
        Units {
            boolean positive = together > 0 && level > 0 && restlessness > 0;
            if (!positive || !Double.isFinite(together + level + restlessness)) {
                throw new IllegalArgumentException("units " + together + ", " + level + ", " + restlessness
                        + " of a score are not valid: expected positive, finite numbers");
            }
        }
    }

    private final PrincipalComponents components;
    private final Units units;
    private final int channels;

    WindowScore(PrincipalComponents components, Units units) {
        this.components = components;
        this.units = units;
        this.channels = components.size();
    }

    /**
     * Fits the components and the units.
     *
     * @param rows standardised features of normal windows, levels first
     * @param variance the share of the variance that the components must explain
     * @param independent how many of the windows count as independent
     */
    static WindowScore fit(List<double[]> rows, double variance, double independent) {
        int channels = rows.getFirst().length / 2;
        List<double[]> levels =
                rows.stream().map(row -> Arrays.copyOf(row, channels)).toList();
        PrincipalComponents components = PrincipalComponents.fit(levels, variance, independent);
        // no channel of any window beyond it, more often than tolerated (Bonferroni)
        double single = -Normal.quantile((1 - TOLERATED) / (2 * channels));
        WindowScore unit = new WindowScore(components, new Units(1, 1, 1));
        double[] scratch = new double[components.kept()];
        double together = usual(rows, row -> unit.together(row, scratch));
        double level = usual(rows, row -> largest(row, 0, channels));
        double restlessness = usual(rows, row -> largest(row, channels, 2 * channels));
        return new WindowScore(
                components,
                new Units(
                        Math.max(components.limit(TOLERATED), together),
                        Math.max(single, level),
                        Math.max(single, restlessness)));
    }

    private static double usual(List<double[]> rows, ToDoubleFunction<double[]> look) {
        return Quantiles.quantile(rows.stream().mapToDouble(look).toArray(), TOLERATED);
    }

    /** Returns the score. Shape: features [levels, restlessness] of all channels; scratch one value a component. */
    double of(double[] features, double[] scratch) {
        double single = Math.max(
                largest(features, 0, channels) / units.level(),
                largest(features, channels, 2 * channels) / units.restlessness());
        return Math.max(single, together(features, scratch) / units.together());
    }

    private double together(double[] features, double[] scratch) {
        return Math.sqrt(components.distance(features, scratch).combined());
    }

    private static double largest(double[] features, int from, int to) {
        double largest = 0;
        for (int i = from; i < to; i++) {
            largest = Math.max(largest, Math.abs(features[i]));
        }
        return largest;
    }

    /** Returns the share of each channel in the score; they add up to 1. */
    double[] shares(double[] features, double[] scratch) {
        components.distance(features, scratch);
        double[] evidence = components.contributions(features, scratch);
        double sum = 0;
        for (int c = 0; c < channels; c++) {
            double together = evidence[c] / (units.together() * units.together());
            double level = features[c] / units.level();
            double restlessness = features[channels + c] / units.restlessness();
            evidence[c] = Math.max(together, Math.max(level * level, restlessness * restlessness));
            sum += evidence[c];
        }
        for (int c = 0; c < channels; c++) {
            evidence[c] /= sum;
        }
        return evidence;
    }

    PrincipalComponents components() {
        return components;
    }

    Units units() {
        return units;
    }

    /** Returns the number of features that a window must have. */
    int size() {
        return 2 * channels;
    }
}
