package org.industrialmind.torch.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.industrialmind.learning.anomaly.Verdict;
import org.industrialmind.learning.anomaly.WindowSet;
import org.industrialmind.signal.Assessment;
import org.industrialmind.signal.Contribution;
import org.industrialmind.signal.Window;
import org.industrialmind.torch.nn.FitSettings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AutoencoderDetectorTest {
    static final Mill MILL = new Mill(3, 3);
    private static final Map<Architecture, AutoencoderDetector> TRAINED = new EnumMap<>(Architecture.class);

    static AutoencoderDetector train(Architecture architecture, WindowSet data, long seed) {
        AutoencoderSettings settings =
                AutoencoderSettings.of(architecture).withFit(new FitSettings(12, 64, 2e-3, 4, 1.0));
        return new AutoencoderTrainer(settings, InstantSource.fixed(Instant.EPOCH)).train(data, seed);
    }

    @BeforeAll
    static void trainOnce() {
        for (Architecture architecture : Architecture.values()) {
            TRAINED.put(architecture, train(architecture, MILL.normal(900), 1));
        }
    }

    static AutoencoderDetector trained(Architecture architecture) {
        AutoencoderDetector detector = TRAINED.get(architecture);
        if (detector == null) {
            throw new IllegalStateException("not trained: " + architecture);
        }
        return detector;
    }

    @ParameterizedTest
    @EnumSource
    void leaves_the_normal_machine_in_peace(Architecture architecture) {
        List<Verdict> verdicts = trained(architecture).judge(MILL.windows(1, 60_000, 200, Mill.NONE));
        long abnormal =
                verdicts.stream().filter(AutoencoderDetectorTest::abnormal).count();
        assertThat(abnormal).isLessThanOrEqualTo(4); // 2 %: before the persistence of the episode rule
    }

    @ParameterizedTest
    @EnumSource
    void finds_a_channel_that_leaves_its_relations_and_names_it(Architecture architecture) {
        for (double noises : new double[] {8, -8}) {
            List<Verdict> verdicts = trained(architecture).judge(MILL.windows(1, 60_000, 100, Mill.shifted(3, noises)));
            long abnormal =
                    verdicts.stream().filter(AutoencoderDetectorTest::abnormal).count();
            assertThat(abnormal).isGreaterThan(90);
            Verdict.Scored last = (Verdict.Scored) verdicts.getLast();
            Contribution first = last.contributions().getFirst();
            assertThat(first.channel()).isEqualTo("follower_3");
            assertThat(first.sign()).isEqualTo((int) Math.signum(noises));
            assertThat(last.contributions().stream()
                            .mapToDouble(Contribution::share)
                            .sum())
                    .isBetween(0.9, 1 + 1e-6);
        }
    }

    @ParameterizedTest
    @EnumSource
    void finds_a_restless_channel(Architecture architecture) {
        List<Verdict> verdicts = trained(architecture).judge(MILL.windows(1, 60_000, 100, Mill.nervous(5, 10)));
        assertThat(verdicts.stream().filter(AutoencoderDetectorTest::abnormal).count())
                .isGreaterThan(80);
    }

    @ParameterizedTest
    @EnumSource
    void never_blames_a_drive(Architecture architecture) {
        List<Verdict> verdicts = trained(architecture).judge(MILL.windows(1, 60_000, 20, Mill.shifted(3, 8)));
        for (Verdict verdict : verdicts) {
            if (verdict instanceof Verdict.Scored scored) {
                assertThat(scored.contributions())
                        .extracting(Contribution::channel)
                        .doesNotContain("speed_command");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_verdict_does_not_depend_on_its_neighbours(Architecture architecture) {
        List<Window> windows = MILL.windows(2, 60_000, 40, Mill.shifted(2, 3));
        List<Verdict> together = trained(architecture).judge(windows);
        for (int i = 0; i < windows.size(); i++) {
            assertThat(trained(architecture).judge(List.of(windows.get(i)))).containsExactly(together.get(i));
        }
        assertThat(trained(architecture).judge(List.of())).isEmpty();
    }

    @Test
    void abstains_from_a_machine_it_does_not_know() {
        List<Window> strange = new Mill(3, 9).windows(8, 0, 1, Mill.NONE);
        assertThat(trained(Architecture.DENSE).judge(strange))
                .containsExactly(new Verdict.Abstained(Assessment.Reason.NO_MODEL));
    }

    @Test
    void the_same_seed_gives_the_same_detector() {
        WindowSet data = MILL.normal(300);
        List<Window> windows = MILL.windows(0, 60_000, 20, Mill.shifted(1, 4));
        List<Verdict> first = train(Architecture.DENSE, data, 5).judge(windows);
        assertThat(train(Architecture.DENSE, data, 5).judge(windows)).isEqualTo(first);
        assertThat(train(Architecture.DENSE, data, 6).judge(windows)).isNotEqualTo(first);
    }

    @Test
    void remembers_where_it_came_from() {
        AutoencoderDetector detector = trained(Architecture.CONVOLUTIONAL);
        assertThat(detector.kind()).isEqualTo("convolutional-autoencoder");
        assertThat(detector.windowLength()).isEqualTo(Mill.ROWS);
        assertThat(detector.provenance().data()).isEqualTo("test mills, seed 3");
        assertThat(detector.provenance().seed()).isEqualTo(1);
        assertThat(detector.provenance().created()).isEqualTo(Instant.EPOCH);
        assertThat(detector.provenance().settings()).containsEntry("bottleneck", "4");
        assertThat(detector.metrics())
                .containsKeys("calibration_alarm_share", "held_out_loss")
                .containsEntry("held_out", 1.0);
    }

    @Test
    void refuses_a_span_too_short_to_learn_from() {
        WindowSet few = new WindowSet("an hour", new ArrayList<>(MILL.windows(0, 0, 3, Mill.NONE)));
        assertThatThrownBy(() -> train(Architecture.DENSE, few, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("an hour")
                .hasMessageContaining("longer span");
    }

    private static boolean abnormal(Verdict verdict) {
        return verdict instanceof Verdict.Scored scored && scored.abnormal();
    }
}
