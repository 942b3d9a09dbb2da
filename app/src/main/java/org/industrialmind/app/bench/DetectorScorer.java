package org.industrialmind.app.bench;

import java.util.ArrayList;
import java.util.List;
import org.industrialmind.learning.anomaly.AnomalyDetector;
import org.industrialmind.learning.anomaly.Verdict;
import org.industrialmind.signal.Assessment;
import org.industrialmind.signal.ModelRef;
import org.industrialmind.signal.Window;
import org.industrialmind.telemetry.scoring.WindowScorer;

/** Judges every window by one detector, without a registry. */
record DetectorScorer(ModelRef model, AnomalyDetector detector) implements WindowScorer {
    @Override
    public List<Assessment> assess(List<Window> windows) {
        List<Verdict> verdicts = detector.judge(windows);
        List<Assessment> assessments = new ArrayList<>(windows.size());
        for (int i = 0; i < windows.size(); i++) {
            assessments.add(verdicts.get(i).on(windows.get(i), model));
        }
        return assessments;
    }
}
