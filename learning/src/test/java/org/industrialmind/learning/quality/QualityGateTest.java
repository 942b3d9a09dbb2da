package org.industrialmind.learning.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.industrialmind.learning.anomaly.WindowSet;
import org.industrialmind.learning.quality.Symptom.Jump.Company;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Channel;
import org.industrialmind.signal.Channel.Role;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.Unit;
import org.industrialmind.signal.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A temperature about 60 degC and two flows, all with white noise of standard deviation 1. */
class QualityGateTest {
    private static final AssetId ASSET = new AssetId("P-1");
    private static final int ROWS = 60;
    private static final int WIDTH = 3;
    private static final FrameSchema SCHEMA = new FrameSchema(
            new EquipmentClass("pump"),
            Duration.ofSeconds(10),
            FrameSchema.Precision.SINGLE,
            List.of(channel("temperature", "Cel"), channel("inflow", "m3/h"), channel("outflow", "m3/h")));
    private static final double[] LEVELS = {60, 100, 98};

    private final QualityGate gate = QualityGate.fit(new WindowSet("a pump", windows(1, 300)));

    /** What is done to one reading. */
    private interface Change {
        double of(int row, int channel, double value);
    }

    private static Channel channel(String name, String unit) {
        return new Channel(name, name, new Unit(unit), Role.PROCESS);
    }

    private static List<Window> windows(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Window> windows = new ArrayList<>();
        for (int w = 0; w < count; w++) {
            windows.add(window(w, random, (row, channel, value) -> value));
        }
        return windows;
    }

    private static Window window(int number, SplittableRandom random, Change change) {
        float[] values = new float[ROWS * WIDTH];
        for (int i = 0; i < values.length; i++) {
            double value = LEVELS[i % WIDTH] + random.nextGaussian();
            values[i] = (float) change.of(i / WIDTH, i % WIDTH, value);
        }
        return new Window(ASSET, SCHEMA, (number + 1L) * ROWS * SCHEMA.periodNanos(), values);
    }

    private QualityGate.Inspection inspect(Change change) {
        return gate.inspect(window(0, new SplittableRandom(77), change));
    }

    private static boolean masked(QualityGate.Inspection inspection, int channel) {
        return Float.isNaN(inspection.window().get(ROWS / 2, channel));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void has_nothing_to_say_of_sound_readings(long seed) {
        // of 400 windows a few may hold a spike of six sigma or a jump of eight; seeds are fixed, and none does
        assertThat(windows(seed, 400))
                .allSatisfy(
                        window -> assertThat(gate.inspect(window).symptoms()).isEmpty());
    }

    @Test
    void a_value_that_trembles_no_more_is_stuck_and_masked() {
        QualityGate.Inspection seen = inspect((row, c, value) -> c == 1 ? 100.3 : value);
        assertThat(seen.symptoms()).singleElement().isInstanceOf(Symptom.Stuck.class);
        assertThat(masked(seen, 1)).isTrue();
        assertThat(masked(seen, 2)).isFalse();
    }

    @Test
    void the_end_of_the_range_is_a_rail() {
        QualityGate.Inspection seen = inspect((row, c, value) -> c == 1 ? 150 : value);
        assertThat(seen.symptoms()).singleElement().isInstanceOf(Symptom.Rail.class);
    }

    @Test
    void fahrenheit_is_another_unit() {
        QualityGate.Inspection seen = inspect((row, c, value) -> c == 0 ? value * 1.8 + 32 : value);
        assertThat(seen.symptoms()).singleElement().isInstanceOf(Symptom.OtherUnit.class);
        assertThat(masked(seen, 0)).isTrue();
    }

    @Test
    void a_spike_is_masked_and_no_news() {
        QualityGate.Inspection seen = inspect((row, c, value) -> c == 2 && row == 30 ? value + 40 : value);
        assertThat(seen.symptoms()).singleElement().isInstanceOf(Symptom.Spikes.class);
        assertThat(seen.symptoms().getFirst().conclusive()).isFalse();
        assertThat(seen.window().get(30, 2)).isNaN();
        assertThat(seen.window().get(31, 2)).isNotNaN();
    }

    @Test
    void noise_is_the_sensors_in_one_channel_and_the_processs_in_two() {
        SplittableRandom random = new SplittableRandom(5);
        QualityGate.Inspection one = inspect((row, c, value) -> c == 1 ? value + 12 * random.nextGaussian() : value);
        assertThat(one.symptoms()).anyMatch(Symptom.Noise.class::isInstance);
        assertThat(masked(one, 1)).isTrue();
        QualityGate.Inspection two = inspect((row, c, value) -> c > 0 ? value + 12 * random.nextGaussian() : value);
        assertThat(two.symptoms()).noneMatch(Symptom.Noise.class::isInstance);
    }

    private static Optional<Symptom.Jump> jump(QualityGate.Inspection inspection) {
        return inspection.symptoms().stream()
                .filter(Symptom.Jump.class::isInstance)
                .map(Symptom.Jump.class::cast)
                .findFirst();
    }

    @ParameterizedTest(name = "row {0}")
    @ValueSource(ints = {12, 20, 30, 40, 48})
    void five_deviations_of_one_channel_alone_are_a_jump_wherever_it_is(int from) {
        QualityGate.Inspection seen = inspect((row, c, value) -> c == 1 && row >= from ? value + 5 : value);
        assertThat(jump(seen)).hasValueSatisfying(jump -> {
            assertThat(jump.channel()).isEqualTo("inflow");
            assertThat(jump.company()).isEqualTo(Company.ALONE);
            assertThat(jump.row()).isCloseTo(from, Offset.offset(1));
        });
        assertThat(masked(seen, 1)).isFalse();
    }

    @ParameterizedTest(name = "row {0}")
    @ValueSource(ints = {16, 24, 30, 36, 44})
    void three_and_a_half_deviations_of_a_channel_that_never_slopes_are_a_jump_as_well(int from) {
        QualityGate.Inspection seen = inspect((row, c, value) -> c == 1 && row >= from ? value - 3.5 : value);
        assertThat(jump(seen)).hasValueSatisfying(jump -> {
            assertThat(jump.channel()).isEqualTo("inflow");
            assertThat(jump.company()).isEqualTo(Company.ALONE);
            assertThat(jump.deviations()).isLessThan(-6);
        });
    }

    @ParameterizedTest(name = "{0} deviations a row")
    @ValueSource(doubles = {0.05, 0.1, 0.2, 0.4})
    void what_grows_within_minutes_has_not_jumped(double speed) {
        for (int from : new int[] {0, 15, 30, 40}) {
            QualityGate.Inspection grows =
                    inspect((row, c, value) -> c == 2 ? value + speed * Math.max(0, row - from) : value);
            assertThat(jump(grows).map(Symptom.Jump::company))
                    .as("from row %d", from)
                    .isNotEqualTo(Optional.of(Company.ALONE));
        }
    }

    @Test
    void a_jump_that_has_only_just_happened_is_fresh() {
        QualityGate.Inspection seen = inspect((row, c, value) -> c == 1 && row >= 53 ? value + 10 : value);
        assertThat(jump(seen).map(Symptom.Jump::company)).contains(Company.FRESH);
    }

    @Test
    void a_jump_of_several_channels_or_of_one_that_goes_on_is_shared() {
        QualityGate.Inspection both = inspect((row, c, value) -> c > 0 && row >= 30 ? value + 8 : value);
        assertThat(jump(both).map(Symptom.Jump::company)).contains(Company.SHARED);
        QualityGate.Inspection grows =
                inspect((row, c, value) -> c == 1 && row >= 30 ? value + 8 + 0.5 * (row - 30) : value);
        assertThat(jump(grows).map(Symptom.Jump::company)).contains(Company.SHARED);
    }

    @Test
    void a_steady_rise_is_no_jump() {
        QualityGate.Inspection seen = inspect((row, c, value) -> c == 0 ? value + 0.3 * row : value);
        assertThat(jump(seen)).isEmpty();
    }

    @Test
    void noise_that_has_just_begun_is_seen_before_it_fills_the_window() {
        SplittableRandom random = new SplittableRandom(6);
        QualityGate.Inspection seen =
                inspect((row, c, value) -> c == 1 && row >= 36 ? value + 6 * random.nextGaussian() : value);
        assertThat(seen.symptoms()).anyMatch(Symptom.Noise.class::isInstance);
    }

    @Test
    void channels_that_read_what_the_other_usually_does_may_have_been_exchanged() {
        Window wrong = window(
                0,
                new SplittableRandom(77),
                (row, c, value) -> row < 30 ? value : c == 0 ? value + 40 : c == 1 ? value - 40 : value);
        assertThat(gate.exchanges(wrong)).contains(new Exchange(0, 1, 30));
        Window window = windows(9, 1).getFirst();
        Window undone = new Exchange(0, 1, 30).undone(window);
        assertThat(undone.get(29, 0)).isEqualTo(window.get(29, 0));
        assertThat(undone.get(30, 0)).isEqualTo(window.get(30, 1));
        assertThat(undone.get(59, 1)).isEqualTo(window.get(59, 0));
    }

    @Test
    void what_was_hardly_read_is_a_gap() {
        QualityGate.Inspection seen = inspect((row, c, value) -> c == 2 && row > 5 ? Double.NaN : value);
        assertThat(seen.symptoms()).singleElement().isInstanceOf(Symptom.Gap.class);
    }

    @Test
    void a_window_of_an_unknown_machine_is_left_alone() {
        Window window = windows(9, 1).getFirst();
        float[] values = new float[ROWS * WIDTH];
        window.copyTo(values, 0);
        Window other = new Window(new AssetId("P-2"), SCHEMA, window.endNanos(), values);
        assertThat(gate.inspect(other).window()).isSameAs(other);
    }
}
