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
 * Judges windows by principal components of their means and spreads; see {@link PrincipalComponents} for the method.
 *
 * <p>Contributions name channels, never drives. The deviation of a channel is that of its window mean from the usual one
 * of the machine and regime, in robust standard deviations of such means: a channel that only became noisy has a share
 * but a deviation near 0.
 */
public final class PcaDetector implements AnomalyDetector {
    public static final String KIND = "pca";

    private static final int MOST_CONTRIBUTIONS = 16;
    private static final double LEAST_SHARE = 0.005;

    private final Baseline baseline;
    private final FeatureScales scales;
    private final PrincipalComponents components;
    private final Limits limits;
    private final Provenance provenance;
    private final Map<String, Double> metrics;
    private final int[] channels;

    PcaDetector(
            Baseline baseline,
            FeatureScales scales,
            PrincipalComponents components,
            Limits limits,
            Provenance provenance,
            Map<String, Double> metrics) {
        this.baseline = baseline;
        this.scales = scales;
        this.components = components;
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
                    && own.stream().allMatch(scale -> scale.size() == components.size())
                    && components.size() == 2 * channels.length;
            if (!fits) {
                throw new IllegalArgumentException("detector has " + own.size() + " feature scales for the "
                        + baseline.regimes(asset) + " regimes of " + asset + " and components of " + components.size()
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

    PrincipalComponents components() {
        return components;
    }

    Limits limits() {
        return limits;
    }

    /** The arrays of one call, used again for each of its windows. */
    private final class Work {
        private final WindowFeatures reader = new WindowFeatures(baseline.schema(), baseline.windowLength());
        private final double[] features = new double[components.size()];
        private final double[] scratch = new double[components.kept()];

        Verdict judge(Window window) {
            return switch (baseline.locate(window)) {
                case Baseline.Location.Nowhere nowhere -> new Verdict.Abstained(nowhere.reason());
                case Baseline.Location.Known known -> judge(window, known);
            };
        }

        private Verdict judge(Window window, Baseline.Location.Known known) {
            reader.of(window, known.scale(), features);
            scales.of(window.asset(), known.regime()).apply(features);
            double raw = components.score(features, scratch);
            double score = raw / limits.of(window.asset(), known.regime());
            return new Verdict.Scored(score, score > 1 ? contributions() : List.of());
        }

        private List<Contribution> contributions() {
            double[] mean = components.mean();
            double[] byFeature = components.contributions(features, scratch);
            double sum = 0;
            for (double part : byFeature) {
                sum += part;
            }
            List<Contribution> named = new ArrayList<>();
            for (int i = 0; i < channels.length; i++) {
                double share = (byFeature[i] + byFeature[channels.length + i]) / sum;
                if (share >= LEAST_SHARE) {
                    String name = baseline.schema().channel(channels[i]).name();
                    named.add(new Contribution(name, share, features[i] + mean[i]));
                }
            }
            named.sort(Comparator.comparingDouble(Contribution::share).reversed());
            return named.subList(0, Math.min(named.size(), MOST_CONTRIBUTIONS));
        }
    }
}
