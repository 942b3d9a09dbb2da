package org.industrialmind.learning.anomaly;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.industrialmind.learning.Provenance;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Contribution;
import org.industrialmind.signal.Window;

/**
 * Judges windows by the level and the restlessness of their channels ({@link WindowFeatures}), together through principal
 * components and each on its own ({@link WindowScore}).
 *
 * <p>Contributions name channels, never drives. The deviation of a channel is that of its level from the usual one of the
 * machine and regime, in robust standard deviations of the levels of windows: a channel that only became noisy has a share
 * but a deviation near 0.
 */
public final class PcaDetector implements AnomalyDetector {
    public static final String KIND = "pca";

    private static final int MOST_CONTRIBUTIONS = 16;
    private static final double LEAST_SHARE = 0.005;

    private final Baseline baseline;
    private final FeatureScales scales;
    private final WindowScore score;
    private final Limits limits;
    private final Provenance provenance;
    private final Map<String, Double> metrics;
    private final int[] channels;

    PcaDetector(
            Baseline baseline,
            FeatureScales scales,
            WindowScore score,
            Limits limits,
            Provenance provenance,
            Map<String, Double> metrics) {
        this.baseline = baseline;
        this.scales = scales;
        this.score = score;
        this.limits = limits;
        this.provenance = provenance;
        this.metrics = Map.copyOf(metrics);
        this.channels = WindowFeatures.channels(baseline.schema());
        requireConsistent();
    }

    private void requireConsistent() {
        for (AssetId asset : baseline.assets()) {
            List<FeatureScale> own = scales.of(asset);
            boolean fits = own.size() == baseline.regimes(asset)
                    && own.stream().allMatch(scale -> scale.size() == score.size())
                    && score.size() == 2 * channels.length;
            if (!fits) {
                throw new IllegalArgumentException("detector has " + own.size() + " feature scales for the "
                        + baseline.regimes(asset) + " regimes of " + asset + " and a score of " + score.size()
                        + " features: expected one scale a regime, and two features for each of " + channels.length
                        + " channels");
            }
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public int windowLength() {
        return baseline.windowLength();
    }

    @Override
    public Provenance provenance() {
        return provenance;
    }

    @Override
    public Map<String, Double> metrics() {
        return metrics;
    }

    @Override
    public List<Verdict> judge(List<Window> windows) {
        Work work = new Work();
        List<Verdict> verdicts = new ArrayList<>(windows.size());
        for (Window window : windows) {
            verdicts.add(work.judge(window));
        }
        return verdicts;
    }

    Baseline baseline() {
        return baseline;
    }

    FeatureScales scales() {
        return scales;
    }

    WindowScore score() {
        return score;
    }

    Limits limits() {
        return limits;
    }

    /** The arrays of one call, used again for each of its windows. */
    private final class Work {
        private final WindowFeatures reader = new WindowFeatures(baseline.schema(), baseline.windowLength());
        private final double[] features = new double[score.size()];
        private final double[] scratch = new double[score.components().kept()];

        Verdict judge(Window window) {
            return switch (baseline.locate(window)) {
                case Baseline.Location.Nowhere nowhere -> new Verdict.Abstained(nowhere.reason());
                case Baseline.Location.Known known -> judge(window, known);
            };
        }

        private Verdict judge(Window window, Baseline.Location.Known known) {
            reader.of(window, known.scale(), features);
            scales.of(window.asset(), known.regime()).apply(features);
            double raw = score.of(features, scratch);
            double relative = raw / limits.of(window.asset(), known.regime());
            return new Verdict.Scored(relative, relative > 1 ? contributions() : List.of());
        }

        private List<Contribution> contributions() {
            double[] shares = score.shares(features, scratch);
            List<Contribution> named = new ArrayList<>();
            for (int i = 0; i < channels.length; i++) {
                if (shares[i] >= LEAST_SHARE) {
                    String name = baseline.schema().channel(channels[i]).name();
                    named.add(new Contribution(name, shares[i], features[i]));
                }
            }
            named.sort(Comparator.comparingDouble(Contribution::share).reversed());
            return named.subList(0, Math.min(named.size(), MOST_CONTRIBUTIONS));
        }
    }
}
