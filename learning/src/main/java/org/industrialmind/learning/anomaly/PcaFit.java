package org.industrialmind.learning.anomaly;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Window;

/** All that {@link PcaDetector} takes from windows but the limits: baseline, scales of the features, and the score. */
record PcaFit(Baseline baseline, FeatureScales scales, WindowScore score) {
    /** Training windows are taken for normal; one that is not must not turn the axes, so it counts for no more than this. */
    private static final double WINSOR = 6;

    static PcaFit of(WindowSet set, PcaSettings settings) {
        Baseline baseline = Baseline.fit(set, settings.baseline());
        WindowFeatures reader = new WindowFeatures(baseline.schema(), baseline.windowLength());
        List<FeatureScaleFit.Group> groups = new ArrayList<>();
        Map<AssetId, List<Window>> windows = set.byAsset();
        for (AssetId asset : baseline.assets()) {
            groups.addAll(groupsOf(asset, windows.getOrDefault(asset, List.of()), baseline, reader));
        }
        List<FeatureScale> fitted = FeatureScaleFit.fit(groups, reader.size());
        Map<AssetId, List<FeatureScale>> scales = new TreeMap<>();
        int first = 0;
        for (AssetId asset : baseline.assets()) {
            int next = first + baseline.regimes(asset);
            scales.put(asset, List.copyOf(fitted.subList(first, next)));
            first = next;
        }
        double independent =
                groups.stream().mapToDouble(FeatureScaleFit.Group::independent).sum();
        WindowScore score = WindowScore.fit(standardised(groups, fitted), settings.variance(), independent);
        return new PcaFit(baseline, new FeatureScales(scales), score);
    }

    /** Returns the windows of one machine by regime, each regime a group. */
    private static List<FeatureScaleFit.Group> groupsOf(
            AssetId asset, List<Window> windows, Baseline baseline, WindowFeatures reader) {
        List<List<double[]>> byRegime = new ArrayList<>();
        double[] covered = new double[baseline.regimes(asset)];
        for (int i = 0; i < covered.length; i++) {
            byRegime.add(new ArrayList<>());
        }
        long read = Long.MIN_VALUE;
        for (Window window : windows) {
            if (baseline.locate(window) instanceof Baseline.Location.Known known) {
                double[] features = new double[reader.size()];
                reader.of(window, known.scale(), features);
                byRegime.get(known.regime()).add(features);
                double fresh = window.endNanos() - Math.max(read, window.startNanos());
                covered[known.regime()] += fresh / (window.endNanos() - window.startNanos());
                read = window.endNanos();
            }
        }
        List<FeatureScaleFit.Group> groups = new ArrayList<>();
        for (int i = 0; i < covered.length; i++) {
            groups.add(new FeatureScaleFit.Group(byRegime.get(i), covered[i]));
        }
        return groups;
    }

    private static List<double[]> standardised(List<FeatureScaleFit.Group> groups, List<FeatureScale> scales) {
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

    Scorer scorer() {
        return new Scorer();
    }

    /** Scores windows one after the other; it keeps its arrays, so one thread each. */
    final class Scorer {
        private final WindowFeatures reader = new WindowFeatures(baseline.schema(), baseline.windowLength());
        private final double[] features = new double[score.size()];
        private final double[] scratch = new double[score.components().kept()];

        double score(Window window, Baseline.Location.Known known) {
            reader.of(window, known.scale(), features);
            scales.of(window.asset(), known.regime()).apply(features);
            return score.of(features, scratch);
        }

        /** Returns the features of the window that was scored last, standardised. */
        double feature(int index) {
            return features[index];
        }

        /** Returns the share of each judged channel in the score of the window that was scored last. */
        double[] shares() {
            return score.shares(features, scratch);
        }
    }
}
