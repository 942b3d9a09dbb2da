package org.industrialmind.learning.novelty;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.industrialmind.learning.Provenance;
import org.industrialmind.learning.anomaly.AnomalyDetector;
import org.industrialmind.learning.anomaly.ForemostChannels;
import org.industrialmind.learning.anomaly.Limits;
import org.industrialmind.learning.anomaly.Placement;
import org.industrialmind.learning.anomaly.StandardWindow;
import org.industrialmind.learning.anomaly.Verdict;
import org.industrialmind.signal.Contribution;
import org.industrialmind.signal.Window;

/**
 * Judges windows by what one method knows of normal ones: the novelty of a window over the limit that was calibrated for
 * its machine and way of running.
 *
 * <p>Contributions name judged channels, never drives: the evidence that the method has against each, as a share of all.
 */
public final class NoveltyDetector implements AnomalyDetector {
    private final String kind;
    private final NoveltyFit fit;
    private final Limits limits;
    private final Provenance provenance;
    private final Map<String, Double> metrics;

    NoveltyDetector(String kind, NoveltyFit fit, Limits limits, Provenance provenance, Map<String, Double> metrics) {
        this.kind = kind;
        this.fit = fit;
        this.limits = limits;
        this.provenance = provenance;
        this.metrics = Map.copyOf(metrics);
    }

    @Override
    public String kind() {
        return kind;
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
        List<Verdict> verdicts = new ArrayList<>(windows.size());
        for (Window window : windows) {
            verdicts.add(judge(window));
        }
        return verdicts;
    }

    private Verdict judge(Window window) {
        return switch (fit.baseline().place(window)) {
            case Placement.Outside outside -> new Verdict.Abstained(outside.reason());
            case Placement.Placed(int regime, StandardWindow z) -> {
                StandardWindow judged = fit.judged().of(window, z);
                int place = fit.places().of(window.asset(), regime);
                double relative = fit.known().novelty(place, judged) / limits.of(window.asset(), regime);
                yield new Verdict.Scored(
                        relative, relative > 1 ? contributions(fit.known().evidence(place, judged)) : List.of());
            }
        };
    }

    private List<Contribution> contributions(Evidence evidence) {
        return ForemostChannels.of(evidence.channels(), fit.judged()::name, evidence::share, evidence::shift);
    }

    NoveltyFit fit() {
        return fit;
    }

    Limits limits() {
        return limits;
    }
}
