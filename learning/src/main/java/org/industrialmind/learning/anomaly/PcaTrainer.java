package org.industrialmind.learning.anomaly;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.industrialmind.learning.Provenance;
import org.industrialmind.learning.Trainer;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Window;

/**
 * Trains a {@link PcaDetector} for a class of machines from their normal windows.
 *
 * <p>The later part of every machine's windows is held out (see {@link HoldOut}); scales and components are found from
 * the rest, and the limits set on what was held out. Nothing is random: the seed is only recorded.
 */
public final class PcaTrainer implements Trainer<WindowSet, PcaDetector> {
    private static final double WINSOR =
            6; // training windows are taken for normal; one that is not must not turn the axes

    private final PcaSettings settings;
    private final InstantSource clock;

    public PcaTrainer(PcaSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public PcaDetector train(WindowSet data, long seed) {
        if (WindowFeatures.channels(data.schema()).length == 0) {
            throw new IllegalArgumentException(
                    "every channel of " + data.schema().equipmentClass()
                            + " is a drive: expected at least one channel that shows how the machine responds");
        }
        HoldOut parts = HoldOut.of(data, settings.holdOut(), settings.baseline());
        Baseline baseline = Baseline.fit(parts.fit(), settings.baseline());
        Training training = new Training(baseline, parts.fit());
        PrincipalComponents components =
                PrincipalComponents.fit(training.standardised(), settings.variance(), training.independent());
        List<CalibrationScore> scores = scores(baseline, training.scales, components, parts.calibration());
        boolean heldOut = !scores.isEmpty();
        if (!heldOut) { // too little data to hold any out: the fitted windows must do
            scores = scores(baseline, training.scales, components, parts.fit().windows());
        }
        Limits limits = Limits.calibrate(scores, settings.budget()).atLeast(components.floor());
        Map<String, Double> metrics = new TreeMap<>(HeldOutMetrics.of(scores, limits));
        metrics.put("held_out", heldOut ? 1.0 : 0.0);
        metrics.put("components", (double) components.kept());
        Provenance provenance = Provenance.here(
                data.description(), PcaTrainer.class.getName(), settings.described(), seed, clock.instant());
        return new PcaDetector(baseline, training.scales, components, limits, provenance, metrics);
    }

    private static List<CalibrationScore> scores(
            Baseline baseline, FeatureScales scales, PrincipalComponents components, List<Window> windows) {
        WindowFeatures reader = new WindowFeatures(baseline.schema(), baseline.windowLength());
        double[] features = new double[components.size()];
        double[] scratch = new double[components.kept()];
        List<CalibrationScore> scores = new ArrayList<>();
        for (Window window : windows) {
            if (baseline.locate(window) instanceof Baseline.Location.Known known) {
                reader.of(window, known.scale(), features);
                scales.of(window.asset(), known.regime()).apply(features);
                double score = components.score(features, scratch);
                scores.add(new CalibrationScore(window.asset(), known.regime(), window.endNanos(), score));
            }
        }
        return scores;
    }

    /** The features of the fitted windows, by machine and regime, and the scales found from them. */
    private static final class Training {
        private final FeatureScales scales;
        private final List<FeatureScaleFit.Group> groups = new ArrayList<>();
        private final List<FeatureScale> groupScales;

        Training(Baseline baseline, WindowSet fit) {
            WindowFeatures reader = new WindowFeatures(baseline.schema(), baseline.windowLength());
            Map<AssetId, Integer> firstGroup = new TreeMap<>();
            fit.byAsset().forEach((asset, windows) -> {
                firstGroup.put(asset, groups.size());
                groups.addAll(groupsOf(asset, windows, baseline, reader));
            });
            groupScales = FeatureScaleFit.fit(groups, reader.size());
            Map<AssetId, List<FeatureScale>> byAsset = new TreeMap<>();
            for (AssetId asset : baseline.assets()) {
                int first = firstGroup.getOrDefault(asset, 0);
                byAsset.put(asset, List.copyOf(groupScales.subList(first, first + baseline.regimes(asset))));
            }
            scales = new FeatureScales(byAsset);
        }

        private static List<FeatureScaleFit.Group> groupsOf(
                AssetId asset, List<Window> windows, Baseline baseline, WindowFeatures reader) {
            List<List<double[]>> byRegime = new ArrayList<>();
            double[] covered = new double[baseline.regimes(asset)];
            for (int i = 0; i < covered.length; i++) {
                byRegime.add(new ArrayList<>());
            }
            long last = Long.MIN_VALUE;
            for (Window window : windows) {
                if (baseline.locate(window) instanceof Baseline.Location.Known known) {
                    double[] features = new double[reader.size()];
                    reader.of(window, known.scale(), features);
                    byRegime.get(known.regime()).add(features);
                    double length = window.endNanos() - window.startNanos();
                    covered[known.regime()] +=
                            last == Long.MIN_VALUE ? 1 : Math.min(1, (window.endNanos() - last) / length);
                    last = window.endNanos();
                }
            }
            List<FeatureScaleFit.Group> groups = new ArrayList<>();
            for (int i = 0; i < covered.length; i++) {
                groups.add(new FeatureScaleFit.Group(byRegime.get(i), covered[i]));
            }
            return groups;
        }

        List<double[]> standardised() {
            List<double[]> rows = new ArrayList<>();
            for (int g = 0; g < groups.size(); g++) {
                for (double[] features : groups.get(g).features()) {
                    double[] row = features.clone();
                    groupScales.get(g).apply(row);
                    for (int i = 0; i < row.length; i++) {
                        row[i] = Math.clamp(row[i], -WINSOR, WINSOR);
                    }
                    rows.add(row);
                }
            }
            return rows;
        }

        double independent() {
            return groups.stream()
                    .mapToDouble(FeatureScaleFit.Group::independent)
                    .sum();
        }
    }
}
