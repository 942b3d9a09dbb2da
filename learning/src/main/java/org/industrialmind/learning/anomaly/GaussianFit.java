package org.industrialmind.learning.anomaly;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.industrialmind.foundations.statistics.ChiSquared;
import org.industrialmind.foundations.statistics.Normal;
import org.industrialmind.foundations.statistics.Quantiles;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Window;

/**
 * All that {@link GaussianDetector} takes from windows but the limits.
 *
 * @param born middle of the time in which each machine was seen in each regime, in epoch nanoseconds: drift counts from it
 */
record GaussianFit(
        Baseline baseline,
        FeatureScales scales,
        CalibrationDrift drift,
        Map<AssetId, List<Long>> born,
        GaussianIndex index,
        Units units) {
    static final double TOLERATED = 0.999;

    /** Training windows are taken for normal; one that is not must not turn the axes, so it counts for no more than this. */
    private static final double WINSOR = 6;

    private static final double DAY_NANOS = Duration.ofDays(1).toNanos();

    /** The limits of the three looks: what each is measured by. */
    record Units(double together, double level, double restlessness) {
        Units {
            boolean positive = together > 0 && level > 0 && restlessness > 0;
            if (!positive || !Double.isFinite(together + level + restlessness)) {
                throw new IllegalArgumentException("units " + together + ", " + level + ", " + restlessness
                        + " of a score are not valid: expected positive, finite numbers");
            }
        }
    }

    /** The windows of one machine in one regime. */
    private record Group(
            AssetId asset, int regime, Scale scale, List<double[]> features, List<Long> ends, double independent) {
        /** Levels in the units of the channels. */
        CalibrationDrift.Course course(int[] channels) {
            List<double[]> levels = features.stream()
                    .map(row -> {
                        double[] level = new double[channels.length];
                        for (int i = 0; i < channels.length; i++) {
                            level[i] = row[i] * scale.spread(channels[i]);
                        }
                        return level;
                    })
                    .toList();
            return new CalibrationDrift.Course(levels, ends);
        }

        long middle() {
            return (long)
                    ends.stream().mapToDouble(Long::doubleValue).average().orElse(0); // a sum of longs would overflow
        }
    }

    static GaussianFit of(WindowSet set, GaussianSettings settings) {
        Baseline baseline = Baseline.fit(set, settings.baseline());
        WindowFeatures reader = new WindowFeatures(baseline.schema(), baseline.windowLength());
        int[] channels = WindowFeatures.channels(baseline.schema());
        List<Group> groups = new ArrayList<>();
        Map<AssetId, List<Window>> windows = set.byAsset();
        for (AssetId asset : baseline.assets()) {
            groups.addAll(groupsOf(asset, windows.getOrDefault(asset, List.of()), baseline, reader));
        }
        List<FeatureScale> fitted = FeatureScaleFit.fit(
                groups.stream()
                        .map(group -> new FeatureScaleFit.Group(group.features(), group.independent()))
                        .toList(),
                reader.size(),
                true);
        CalibrationDrift drift = CalibrationDrift.fit(
                groups.stream().map(group -> group.course(channels)).toList(), channels.length);
        Map<AssetId, List<FeatureScale>> scales = new TreeMap<>();
        Map<AssetId, List<Long>> born = new TreeMap<>();
        for (int g = 0; g < groups.size(); g++) {
            AssetId asset = groups.get(g).asset();
            scales.computeIfAbsent(asset, key -> new ArrayList<>()).add(fitted.get(g));
            born.computeIfAbsent(asset, key -> new ArrayList<>())
                    .add(groups.get(g).middle());
        }
        List<double[]> rows = standardised(groups, fitted);
        GaussianIndex index = GaussianIndex.fit(rows, channels.length);
        return new GaussianFit(baseline, new FeatureScales(scales), drift, born, index, units(rows, index));
    }

    private static List<Group> groupsOf(AssetId asset, List<Window> windows, Baseline baseline, WindowFeatures reader) {
        int regimes = baseline.regimes(asset);
        List<List<double[]>> features = new ArrayList<>();
        List<List<Long>> ends = new ArrayList<>();
        double[] covered = new double[regimes];
        Scale[] scales = new Scale[regimes];
        for (int i = 0; i < regimes; i++) {
            features.add(new ArrayList<>());
            ends.add(new ArrayList<>());
            scales[i] = baseline.scale(asset, i);
        }
        long read = Long.MIN_VALUE;
        for (Window window : windows) {
            if (baseline.locate(window) instanceof Baseline.Location.Known known) {
                double[] row = new double[reader.size()];
                reader.of(window, known.scale(), row);
                features.get(known.regime()).add(row);
                ends.get(known.regime()).add(window.endNanos());
                double fresh = window.endNanos() - Math.max(read, window.startNanos());
                covered[known.regime()] += fresh / (window.endNanos() - window.startNanos());
                read = window.endNanos();
            }
        }
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < regimes; i++) {
            groups.add(new Group(asset, i, scales[i], features.get(i), ends.get(i), covered[i]));
        }
        return groups;
    }

    private static List<double[]> standardised(List<Group> groups, List<FeatureScale> scales) {
        List<double[]> rows = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            for (double[] features : groups.get(g).features()) {
                double[] row = features.clone();
                scales.get(g).apply(row);
                for (int i = 0; i < row.length; i++) {
                    row[i] = Math.clamp(row[i], -WINSOR, WINSOR);
                }
                rows.add(row);
            }
        }
        return rows;
    }

    /** Each unit is the larger of what theory gives for normal features and what the tolerated share of windows shows. */
    private static Units units(List<double[]> rows, GaussianIndex index) {
        int channels = index.size();
        double single = -Normal.quantile((1 - TOLERATED) / (2 * channels)); // Bonferroni
        double[] none = new double[channels];
        double[] together = new double[rows.size()];
        double[] level = new double[rows.size()];
        double[] restlessness = new double[rows.size()];
        for (int r = 0; r < rows.size(); r++) {
            double[] row = rows.get(r);
            together[r] = Math.sqrt(index.squared(row, none));
            level[r] = largest(row, 0, none);
            restlessness[r] = largest(row, channels, none);
        }
        return new Units(
                Math.max(
                        Math.sqrt(new ChiSquared(channels).quantile(TOLERATED)),
                        Quantiles.quantile(together, TOLERATED)),
                Math.max(single, Quantiles.quantile(level, TOLERATED)),
                Math.max(single, Quantiles.quantile(restlessness, TOLERATED)));
    }

    private static double largest(double[] row, int from, double[] extra) {
        double largest = 0;
        for (int i = 0; i < extra.length; i++) {
            double z = Math.abs(row[from + i]) / Math.sqrt(1 + extra[i]);
            largest = z > largest ? z : largest; // NaN is not larger
        }
        return largest;
    }

    Scorer scorer() {
        return new Scorer();
    }

    /** Scores windows one after the other; it keeps its arrays, so one thread each. */
    final class Scorer {
        private final WindowFeatures reader = new WindowFeatures(baseline.schema(), baseline.windowLength());
        private final int channels = index.size();
        private final int[] positions = WindowFeatures.channels(baseline.schema());
        private final double[] none = new double[channels];
        private final double[] features = new double[2 * channels];
        private final double[] extra = new double[channels];

        double score(Window window, Baseline.Location.Known known) {
            return score(window, known, LevelDoubt.none(channels));
        }

        double score(Window window, Baseline.Location.Known known, LevelDoubt doubt) {
            reader.of(window, known.scale(), features);
            FeatureScale scale = scales.of(window.asset(), known.regime());
            boolean[] unread = new boolean[channels];
            for (int i = 0; i < channels; i++) {
                unread[i] = Double.isNaN(features[i]);
            }
            scale.apply(features);
            long since = born.getOrDefault(window.asset(), List.of()).get(known.regime());
            double days = Math.abs(window.endNanos() - since) / DAY_NANOS;
            for (int i = 0; i < channels; i++) {
                double unit = scale.least(i) * known.scale().spread(positions[i]); // of a standardised level
                extra[i] = (drift.variance(i, days) + doubt.variance(i)) / (unit * unit);
                features[i] = unread[i] ? Double.NaN : features[i];
            }
            return Math.max(
                    Math.sqrt(index.squared(features, extra)) / units.together(),
                    Math.max(
                            largest(features, 0, extra) / units.level(),
                            largest(features, channels, none) / units.restlessness()));
        }

        /** Returns the deviation of a channel's level of the window that was scored last; 0 where it was not read. */
        double deviation(int channel) {
            double z = features[channel] / Math.sqrt(1 + extra[channel]);
            return Double.isNaN(z) ? 0 : z;
        }

        /** Returns the share of each judged channel in the score of the window that was scored last. */
        double[] shares() {
            double[] evidence = index.contributions(features, extra);
            double sum = 0;
            for (int c = 0; c < channels; c++) {
                double together = evidence[c] / (units.together() * units.together());
                double level = deviation(c) / units.level();
                double restlessness = features[channels + c] / units.restlessness();
                evidence[c] = Math.max(together, Math.max(level * level, restlessness * restlessness));
                sum += evidence[c];
            }
            for (int c = 0; c < channels; c++) {
                evidence[c] /= sum;
            }
            return evidence;
        }
    }
}
