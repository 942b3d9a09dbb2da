package org.industrialmind.advisor.alarm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.industrialmind.learning.decision.DecisionPolicy;
import org.industrialmind.learning.decision.DecisionSettings;
import org.industrialmind.learning.decision.ScoredWindow;
import org.industrialmind.signal.AssetId;

/** Policies to try the desk with: calibrated on three machines whose windows score evenly between 0 and 1. */
final class Policies {
    static final Duration STRIDE = Duration.ofSeconds(10);
    static final Duration BLOCK = STRIDE.multipliedBy(6);

    private static final DecisionPolicy PROMISING =
            calibrated(DecisionSettings.defaults().withoutSlowEvidence().withFalseShare(0.1));
    private static final DecisionPolicy PATIENT = calibrated(DecisionSettings.defaults());

    private Policies() {}

    /** Promises a fleet that no more than a tenth of what is called abnormal is false. */
    static DecisionPolicy promising() {
        return PROMISING;
    }

    /** Promises nothing, but adds up what lasts. */
    static DecisionPolicy patient() {
        return PATIENT;
    }

    private static DecisionPolicy calibrated(DecisionSettings settings) {
        SplittableRandom random = new SplittableRandom(1);
        List<ScoredWindow> normal = new ArrayList<>();
        for (int machine = 101; machine <= 103; machine++) {
            for (int window = 1; window <= 3000; window++) {
                normal.add(new ScoredWindow(
                        new AssetId("P-" + machine),
                        DecisionPolicy.EVERY_REGIME,
                        window * STRIDE.toNanos(),
                        List.of(random.nextDouble())));
            }
        }
        return DecisionPolicy.calibrate(normal, settings.withBlock(BLOCK));
    }
}
