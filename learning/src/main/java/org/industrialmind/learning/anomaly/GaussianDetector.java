package org.industrialmind.learning.anomaly;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.industrialmind.learning.Provenance;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Contribution;
import org.industrialmind.signal.Window;

/**
 * Judges windows by the level and the restlessness of their channels ({@link WindowFeatures}): the levels together by their
 * Mahalanobis distance ({@link GaussianIndex}), and the largest level and the largest restlessness each on its own, as
 * a control chart would. The worst of the three looks counts, each in units of the most that a usual window shows.
 *
 * <p>It grows less sure as it ages, by the drift that training has seen
 * ({@link CalibrationDrift}), and a channel that was not read drops out exactly instead of counting as usual.
 *
 * <p>Contributions name judged channels. The deviation of a channel is that of its level from the usual one of the machine
 * and regime, in robust standard deviations of the levels of windows: a channel that only became noisy has a share but a
 * deviation near 0.
 */
public final class GaussianDetector implements DoubtingDetector {
    public static final String KIND = "gaussian";

    private final GaussianFit fit;
    private final Limits limits;
    private final Provenance provenance;
    private final Map<String, Double> metrics;
    private final int[] channels;

    GaussianDetector(GaussianFit fit, Limits limits, Provenance provenance, Map<String, Double> metrics) {
        this.fit = fit;
        this.limits = limits;
        this.provenance = provenance;
        this.metrics = Map.copyOf(metrics);
        this.channels = WindowFeatures.channels(fit.baseline().schema());
        requireConsistent();
    }

    private void requireConsistent() {
        for (AssetId asset : fit.baseline().assets()) {
            List<FeatureScale> own = fit.scales().of(asset);
            boolean fits = own.size() == fit.baseline().regimes(asset)
                    && own.stream().allMatch(scale -> scale.size() == 2 * channels.length)
                    && fit.index().size() == channels.length
                    && fit.drift().perDay().size() == channels.length
                    && fit.born().getOrDefault(asset, List.of()).size() == own.size();
            if (!fits) {
                throw new IllegalArgumentException("detector has " + own.size() + " feature scales for the "
                        + fit.baseline().regimes(asset) + " regimes of " + asset + " and a covariance of "
                        + fit.index().size() + " levels: expected one scale and time of birth a regime, and levels,"
                        + " drift and two features for each of " + channels.length + " channels");
            }
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public int windowLength() {
        return fit.baseline().windowLength();
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
        return judge(windows, Collections.nCopies(windows.size(), LevelDoubt.none(channels.length)));
    }

    @Override
    public List<Verdict> judge(List<Window> windows, List<LevelDoubt> doubts) {
        GaussianFit.Scorer scorer = fit.scorer(); // its arrays serve all windows of this call
        List<Verdict> verdicts = new ArrayList<>(windows.size());
        for (int i = 0; i < windows.size(); i++) {
            verdicts.add(judge(scorer, windows.get(i), doubts.get(i)));
        }
        return verdicts;
    }

    GaussianFit fit() {
        return fit;
    }

    Limits limits() {
        return limits;
    }

    private Verdict judge(GaussianFit.Scorer scorer, Window window, LevelDoubt doubt) {
        return switch (fit.baseline().locate(window)) {
            case Baseline.Location.Nowhere nowhere -> new Verdict.Abstained(nowhere.reason());
            case Baseline.Location.Known known -> {
                double relative = scorer.score(window, known, doubt) / limits.of(window.asset(), known.regime());
                yield new Verdict.Scored(relative, relative > 1 ? contributions(scorer) : List.of());
            }
        };
    }

    private List<Contribution> contributions(GaussianFit.Scorer scorer) {
        double[] shares = scorer.shares();
        return ForemostChannels.of(
                channels.length,
                i -> fit.baseline().schema().channel(channels[i]).name(),
                i -> shares[i],
                scorer::deviation);
    }
}
