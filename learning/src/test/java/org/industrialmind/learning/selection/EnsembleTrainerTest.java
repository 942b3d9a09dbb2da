package org.industrialmind.learning.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.industrialmind.learning.anomaly.AnomalyDetector;
import org.industrialmind.learning.anomaly.BaselineSettings;
import org.industrialmind.learning.anomaly.HoldOut;
import org.industrialmind.learning.anomaly.SyntheticMachines;
import org.industrialmind.learning.anomaly.WindowSet;
import org.industrialmind.learning.decision.DecisionPolicy;
import org.industrialmind.learning.decision.DecisionSettings;
import org.industrialmind.learning.decision.ScoredWindow;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** Returns 20 days of scores each two minutes, which rise by so many deviations in the middle. */
    private static List<ScoredWindow> scores(long seed, double rise) {
        SplittableRandom random = new SplittableRandom(seed);
        int windows = 20 * 24 * 30;
        List<ScoredWindow> scores = new ArrayList<>();
        for (int w = 0; w < windows; w++) {
            double score = random.nextGaussian() + (w < windows / 2 ? 0 : rise);
            long end = (w + 1) * Duration.ofMinutes(2).toNanos();
            scores.add(new ScoredWindow(new AssetId("S-1"), DecisionPolicy.EVERY_REGIME, end, List.of(score)));
        }
        return scores;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void alarms_of_what_adds_up_count_among_those_held_out(long seed) {
        DecisionSettings both = DecisionSettings.defaults();
        // a deviation more: half a day on, the sum has it for good, and of single windows each eighth or so
        assertThat(forward(scores(seed, 1), both)).isGreaterThan(0.95);
        assertThat(forward(scores(seed, 1), SINGLE)).isBetween(0.05, 0.2);
        assertThat(forward(scores(seed, 0), both)).isLessThan(0.05);
    }

    private static double forward(List<ScoredWindow> scores, DecisionSettings settings) {
        return EnsembleTrainer.forward(scores, settings).orElseThrow();
    }
}
