package org.industrialmind.learning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.industrialmind.foundations.statistics.Moments;
import org.industrialmind.learning.anomaly.Baseline;
import org.industrialmind.learning.anomaly.BaselineSettings;
import org.industrialmind.learning.anomaly.SyntheticMachines;
import org.industrialmind.learning.anomaly.WindowSet;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultKindTest {
    private static final AssetId ASSET = new AssetId("S-1");
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final int CHANNEL = 3;

    private final SyntheticMachines machines = new SyntheticMachines(1);
    private final List<Window> normal = machines.normal(ASSET, START, Duration.ofHours(4));
    private final Window window = normal.getFirst();
    private final Window other = normal.get(20);

    private Window faulty(FaultKind kind, double size) {
        return kind.into(window, CHANNEL, size, other, new SplittableRandom(5));
    }

    private double[] change(Window faulty) {
        return IntStream.range(0, window.length())
                .mapToDouble(row -> faulty.get(row, CHANNEL) - window.get(row, CHANNEL))
                .toArray();
    }

    @ParameterizedTest
    @EnumSource
    void changes_one_channel_and_nothing_else(FaultKind kind) {
        Window faulty = faulty(kind, 5);
        assertThat(faulty.endNanos()).isEqualTo(window.endNanos());
        assertThat(change(faulty)).isNotEqualTo(new double[window.length()]);
        for (int row = 0; row < window.length(); row++) {
            for (int c = 0; c < window.width(); c++) {
                if (c != CHANNEL) {
                    assertThat(faulty.get(row, c)).isEqualTo(window.get(row, c));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void leaves_missing_readings_missing(FaultKind kind) {
        float[] values = new float[window.length() * window.width()];
        window.copyTo(values, 0);
        values[CHANNEL] = Float.NaN;
        Window gap = new Window(ASSET, window.schema(), window.endNanos(), values);
        Window faulty = kind.into(gap, CHANNEL, 5, other, new SplittableRandom(5));
        assertThat(faulty.get(0, CHANNEL)).isNaN();
        assertThat(faulty.get(1, CHANNEL)).isNotNaN();
    }

    @Test
    void is_of_the_size_that_was_asked_for() {
        double last = change(faulty(FaultKind.DRIFT, 5))[window.length() - 1];
        assertThat(Moments.of(change(faulty(FaultKind.SHIFT, -5))).mean()).isEqualTo(-5, within(1e-3));
        assertThat(last).isEqualTo(5, within(1e-3));
        assertThat(Moments.of(change(faulty(FaultKind.DRIFT, 5))).mean()).isEqualTo(2.5, within(0.1));
        assertThat(Moments.of(change(faulty(FaultKind.NOISE, 5))).deviation()).isEqualTo(5, within(2.0));
        long spikes = IntStream.range(0, window.length())
                .filter(row -> Math.abs(change(faulty(FaultKind.SPIKES, 5))[row] - 10) < 1e-2)
                .count();
        assertThat(spikes).isEqualTo(6); // one in ten of sixty
        Window stuck = faulty(FaultKind.STUCK, 5);
        assertThat(IntStream.range(0, 60).mapToObj(row -> stuck.get(row, CHANNEL)))
                .containsOnly(window.get(0, CHANNEL));
        assertThat(faulty(FaultKind.DECOUPLED, 5).get(7, CHANNEL)).isEqualTo(other.get(7, CHANNEL));
    }

    @Test
    void is_tried_as_often_as_every_other_in_sigmas_of_the_channel_within_its_regime() {
        Baseline baseline = Baseline.fit(new WindowSet("normal", normal), BaselineSettings.defaults());
        NormalRunning running = NormalRunning.of(normal, baseline);
        FaultTrials trials = FaultTrials.of(running, ASSET, List.of(2.0, 4.0), 30, 7);
        assertThat(trials.windows()).hasSize(6 * 30);
        Map<FaultKind, Long> each =
                trials.trials().stream().collect(Collectors.groupingBy(FaultTrials.Trial::kind, Collectors.counting()));
        assertThat(each)
                .hasSize(6)
                .allSatisfy((kind, count) -> assertThat(count).isEqualTo(30));
        for (NormalRunning.Group group : running.groups(ASSET)) {
            assertThat(running.channels(group)).doesNotContain(0, 9); // the drive, and what never changes
            // three regimes differ by tens in level: the spread is that within one of them
            assertThat(group.spreads().get(CHANNEL))
                    .isBetween(
                            0.4 * machines.deviation(ASSET, CHANNEL - 1), 1.7 * machines.deviation(ASSET, CHANNEL - 1));
        }
    }

    @Test
    void needs_a_window_that_can_be_placed() {
        Baseline baseline = Baseline.fit(new WindowSet("normal", normal), BaselineSettings.defaults());
        List<Window> strange = new ArrayList<>(machines.normal(new AssetId("S-9"), START, Duration.ofMinutes(5)));
        assertThatThrownBy(() -> NormalRunning.of(strange, baseline)).hasMessageContaining("none of 25 normal windows");
    }
}
