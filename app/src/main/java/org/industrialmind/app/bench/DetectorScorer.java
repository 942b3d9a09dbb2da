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
            assessments.add(assessment(windows.get(i), verdicts.get(i)));
        }
        return assessments;
    }

    private Assessment assessment(Window window, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Abstained abstained ->
                new Assessment.NotAssessable(window.asset(), window.endNanos(), abstained.reason());
            case Verdict.Scored scored ->
                scored.abnormal()
                        ? new Assessment.Abnormal(
                                window.asset(), window.endNanos(), model, scored.score(), scored.contributions())
                        : new Assessment.Normal(window.asset(), window.endNanos(), model, scored.score());
        };
    }
}
