package org.industrialmind.learning.prepared;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.industrialmind.learning.Provenance;
import org.industrialmind.learning.anomaly.AnomalyDetector;
import org.industrialmind.learning.anomaly.Verdict;
import org.industrialmind.signal.Window;

/**
 * A detector of any kind behind a {@link Preparation}: windows are made ready, the detector judges them, and of what it
 * calls abnormal a {@link SuspectRule} says whether the machine or a single sensor is suspect.
 */
public final class PreparedDetector implements AnomalyDetector {
    private final Preparation preparation;
    private final AnomalyDetector detector;
    private final AnomalyDetector judge;
    private final SuspectRule rule;

    PreparedDetector(Preparation preparation, AnomalyDetector detector) {
        this.preparation = preparation;
        this.detector = detector;
        this.judge = new WaryDetector(detector, preparation.surroundings());
        this.rule = new SuspectRule(judge, preparation);
    }

    @Override
    public String kind() {
        return detector.kind();
    }

    @Override
    public int windowLength() {
        return detector.windowLength();
    }

    @Override
    public Provenance provenance() {
        return detector.provenance();
    }

    @Override
    public Map<String, Double> metrics() {
        return detector.metrics();
    }

    @Override
    public List<Verdict> judge(List<Window> windows) {
        List<Preparation.Ready> ready = windows.stream().map(preparation::of).toList();
        List<Verdict> plain =
                judge.judge(ready.stream().map(Preparation.Ready::window).toList());
        List<Verdict> verdicts = new ArrayList<>(windows.size());
        for (int i = 0; i < plain.size(); i++) {
            verdicts.add(rule.complete(plain.get(i), ready.get(i)));
        }
        return verdicts;
    }

    Preparation preparation() {
        return preparation;
    }

    AnomalyDetector detector() {
        return detector;
    }
}
