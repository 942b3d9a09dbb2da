package org.industrialmind.learning.selection;

import java.util.List;
import java.util.Map;
import org.industrialmind.learning.Provenance;
import org.industrialmind.learning.anomaly.AnomalyDetector;
import org.industrialmind.learning.anomaly.Verdict;
import org.industrialmind.signal.Window;

/** The detector that was chosen among several for the machines that it judges, and why. */
public final class BestDetector implements AnomalyDetector {
    public static final String KIND = "best";

    private final AnomalyDetector chosen;
    private final Provenance provenance;
    private final Map<String, Double> metrics;

    BestDetector(AnomalyDetector chosen, Provenance provenance, Map<String, Double> metrics) {
        this.chosen = chosen;
        this.provenance = provenance;
        this.metrics = Map.copyOf(metrics);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public int windowLength() {
        return chosen.windowLength();
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
        return chosen.judge(windows);
    }

    AnomalyDetector chosen() {
        return chosen;
    }
}
