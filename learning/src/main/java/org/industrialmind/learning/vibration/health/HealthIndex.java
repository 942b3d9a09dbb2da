package org.industrialmind.learning.vibration.health;

import java.util.Arrays;
import java.util.List;
import org.industrialmind.foundations.statistics.Correlation;
import org.industrialmind.foundations.statistics.Moments;
import org.industrialmind.foundations.statistics.Quantiles;

/**
 * A number that is about 0 while a machine is as it was at its beginning and rises as it wears; it never falls, as wear does
 * not heal. Without unit; 1 is a rise of all features by a factor e.
 *
 * <p>Each feature, a logarithm, is compared with the median of the machine's own first snapshots: no two machines are alike,
 * and a factor means the same on all. The sum is weighted by how steadily each feature has risen over the lives of
 * <em>other</em> machines (Spearman's correlation with time, those that fall count 0). It is smoothed over some snapshots, and
 * the highest value so far is kept. Nothing looks ahead: the index of a snapshot is the same whatever follows.
 *
 * @see "Coble and Hines 2009, Identifying optimal prognostic parameters from data, Annual Conference of the PHM Society"
 * @see "Lei et al. 2018, Machinery health prognostics: a systematic review, MSSP 104"
 */
public final class HealthIndex {
    private final Settings settings;
    private final List<String> features;
    private final double[] weights;

    /**
     * How an index is made.
     *
     * @param beginning the first snapshots of a machine, which are taken for sound
     * @param smoothing share of a new snapshot in the smoothed value, in (0, 1]
     */
    public record Settings(int beginning, double smoothing) {
        public Settings {
            if (beginning < 1 || !(smoothing > 0 && smoothing <= 1)) {
                throw new IllegalArgumentException("a beginning of " + beginning + " snapshots and a smoothing of "
                        + smoothing + ": expected at least one, and a share above 0 up to 1");
            }
        }

        /** The first ten snapshots; a fifth of each new one, which remembers about nine. */
        public static Settings defaults() {
            return new Settings(10, 0.2);
        }
    }

    private HealthIndex(Settings settings, List<String> features, double[] weights) {
        this.settings = settings;
        this.features = features;
        this.weights = weights;
    }

    /**
     * Learns the weights from whole lives.
     *
     * @throws IllegalArgumentException if there is none, they have different features, one is not longer than its
     *     beginning, or no feature rises
     */
    public static HealthIndex learn(List<SnapshotTable> lives, Settings settings) {
        if (lives.isEmpty()) {
            throw new IllegalArgumentException(
                    "no life to learn a health index from: expected at least one to failure");
        }
        List<String> features = lives.getFirst().features();
        double[] weights = new double[features.size()];
        for (SnapshotTable life : lives) {
            requireFeatures(life, features);
            if (life.size() <= settings.beginning()) {
                throw new IllegalArgumentException("machine " + life.machine() + " has " + life.size()
                        + " snapshots: expected more than the " + settings.beginning() + " of its beginning");
            }
            double[] time =
                    life.seconds().stream().mapToDouble(Double::doubleValue).toArray();
            for (int f = 0; f < weights.length; f++) {
                weights[f] += rises(time, life.rows().column(f)) / lives.size();
            }
        }
        double sum = 0;
        for (int f = 0; f < weights.length; f++) {
            weights[f] = Math.max(weights[f], 0);
            sum += weights[f];
        }
        if (!(sum > 0)) {
            throw new IllegalArgumentException("none of the features " + features
                    + " rises over the lives given: expected some that do; wear may show elsewhere");
        }
        for (int f = 0; f < weights.length; f++) {
            weights[f] /= sum;
        }
        return new HealthIndex(settings, features, weights);
    }

    private static double rises(double[] time, double[] feature) {
        boolean moves = Moments.of(feature).squares() > 0;
        return moves ? Correlation.spearman(time, feature).coefficient() : 0;
    }

    /** Returns an index that looks at one feature only, such as the level of vibration; learns nothing. */
    public static HealthIndex ofOne(String feature, List<String> features, Settings settings) {
        double[] weights = new double[features.size()];
        int at = features.indexOf(feature);
        if (at < 0) {
            throw new IllegalArgumentException("no feature '" + feature + "': expected one of " + features);
        }
        weights[at] = 1;
        return new HealthIndex(settings, List.copyOf(features), weights);
    }

    /** Returns the share of each feature in the index. Shape: [feature]; they sum to 1. */
    public double[] weights() {
        return weights.clone();
    }

    /** Returns the index at each snapshot; it never falls. Shape: [snapshot]. */
    public double[] of(SnapshotTable machine) {
        double[] index = raw(machine);
        double smooth = index[0];
        double highest = Math.max(smooth, 0);
        for (int s = 0; s < index.length; s++) {
            smooth += settings.smoothing() * (index[s] - smooth);
            highest = Math.max(highest, smooth);
            index[s] = highest;
        }
        return index;
    }

    /** Returns the weighted rise over the beginning at each snapshot, neither smoothed nor held. Shape: [snapshot]. */
    public double[] raw(SnapshotTable machine) {
        requireFeatures(machine, features);
        double[] raw = new double[machine.size()];
        for (int f = 0; f < weights.length; f++) {
            double[] column = machine.rows().column(f);
            for (int s = 0; s < raw.length; s++) {
                int seen = Math.min(s + 1, settings.beginning()); // within the beginning only what has come counts
                raw[s] += weights[f] * (column[s] - Quantiles.median(Arrays.copyOf(column, seen)));
            }
        }
        return raw;
    }

    private static void requireFeatures(SnapshotTable machine, List<String> features) {
        if (!machine.features().equals(features)) {
            throw new IllegalArgumentException("machine " + machine.machine() + " has the features "
                    + machine.features() + ": expected " + features);
        }
    }
}
