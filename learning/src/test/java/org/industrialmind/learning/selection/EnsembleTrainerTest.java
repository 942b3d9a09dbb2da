package org.industrialmind.learning.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.industrialmind.learning.anomaly.AnomalyDetector;
import org.industrialmind.learning.anomaly.BaselineSettings;
import org.industrialmind.learning.anomaly.HoldOut;
import org.industrialmind.learning.anomaly.SyntheticMachines;
import org.industrialmind.learning.anomaly.WindowSet;
import org.industrialmind.learning.decision.DecisionSettings;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Window;
import org.junit.jupiter.api.Test;

class EnsembleTrainerTest {
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final DecisionSettings SINGLE = DecisionSettings.defaults().withoutSlowEvidence();
    private static final List<Window> HOURS =
            new SyntheticMachines(1).normal(new AssetId("S-1"), START, Duration.ofHours(4));
    private static final WindowSet NORMAL = new WindowSet("four hours", HOURS);

    private static EnsembleDetector trained(WindowSet data, DecisionSettings settings) {
        return new EnsembleTrainer("ensemble", List.of(SingleLook.level().candidate()), settings, () -> START)
                .train(data, 1);
    }

    @Test
    void hands_out_the_detectors_that_a_promise_was_calibrated_on() {
        AnomalyDetector earlier = SingleLook.level()
                .train(HoldOut.of(NORMAL, 0.3, BaselineSettings.defaults()).fit(), 1);
        AnomalyDetector all = SingleLook.level().train(NORMAL, 1);
        EnsembleDetector promising = trained(NORMAL, SINGLE.withFalseShare(0.1));
        assertThat(promising.members().getFirst().judge(HOURS)).isEqualTo(earlier.judge(HOURS));
        assertThat(promising.metrics()).containsEntry("false_share_promised", 0.1);
        assertThat(promising.policy().fleet()).isPresent();
        EnsembleDetector plain = trained(NORMAL, SINGLE);
        assertThat(plain.members().getFirst().judge(HOURS)).isEqualTo(all.judge(HOURS));
        assertThat(all.judge(HOURS)).isNotEqualTo(earlier.judge(HOURS));
    }

    @Test
    void promises_nothing_where_nothing_could_be_held_out() {
        WindowSet few = new WindowSet("seven minutes", HOURS.subList(0, 40));
        EnsembleDetector detector = trained(few, SINGLE.withFalseShare(0.1));
        assertThat(detector.metrics()).containsEntry("held_out", 0.0).containsEntry("false_share_promised", 0.0);
        assertThat(detector.policy().fleet()).isEmpty();
    }
}
