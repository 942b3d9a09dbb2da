package org.industrialmind.learning.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Channel;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.Unit;
import org.industrialmind.signal.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunStateMachineTest {
    private static final long ROW = 10_000_000_000L; // nanoseconds
    private static final FrameSchema SCHEMA = new FrameSchema(
            new EquipmentClass("fan"),
            Duration.ofSeconds(10),
            FrameSchema.Precision.SINGLE,
            List.of(new Channel("speed", "", Unit.ONE, Channel.Role.DRIVE)));
    private static final Drives SPEED = new Drives(List.of(
            new DriveLevels(0, 20, 10, List.of(new DriveLevels.Level(0, 0), new DriveLevels.Level(900, 1000)))));
    private final RunStateMachine machine = new RunStateMachine(SPEED, RunStateSettings.defaults());

    @Test
    void tells_a_start_a_change_and_a_stop_by_when_the_drive_left_and_arrived() {
        RunHistory history = RunHistory.of(
                machine,
                List.of(window(0, script(hold(0, 12), ramp(0, 900, 6), hold(900, 12), hold(1000, 12), hold(0, 12)))));
        assertThat(history.spans())
                .containsExactly(
                        span(RunState.STOPPED, 0, 12),
                        span(RunState.STARTING, 12, 17),
                        span(RunState.RUNNING, 17, 30),
                        span(RunState.CHANGING, 30, 31),
                        span(RunState.RUNNING, 31, 42),
                        span(RunState.STOPPING, 42, 43),
                        span(RunState.STOPPED, 43, 53));
        assertThat(history.starts()).isEqualTo(1);
        assertThat(history.time(RunState.RUNNING)).isEqualTo(Duration.ofSeconds(240));
    }

    @Test
    void a_spike_is_no_change_and_noise_near_zero_no_start() {
        double[] rows = script(hold(900, 12), hold(0, 1), hold(900, 12), hold(0, 12));
        for (int row = 28; row < rows.length; row++) {
            rows[row] = row % 2 == 0 ? 30 : 0; // above the level of running machines that stop, below that of starts
        }
        RunHistory history = RunHistory.of(machine, List.of(window(0, rows)));
        assertThat(history.starts()).isZero();
        assertThat(history.at(12 * ROW)).isEqualTo(RunState.RUNNING);
        assertThat(history.at(30 * ROW)).isNotEqualTo(RunState.RUNNING);
    }

    @Test
    void nothing_is_known_after_a_long_silence_until_the_machine_holds_still() {
        RunWatch before = machine.next(RunWatch.initial(), window(0, hold(900, 12)));
        assertThat(before.state()).isEqualTo(RunState.RUNNING);
        assertThat(before.lastNanos() - before.sinceNanos())
                .isEqualTo(Duration.ofSeconds(110).toNanos());
        RunWatch unread = machine.next(before, window(12, hold(Double.NaN, 60)));
        assertThat(unread).isEqualTo(before);
        RunWatch back = machine.next(unread, window(72, hold(900, 3)));
        assertThat(back.state()).isEqualTo(RunState.UNKNOWN);
        assertThat(back.sinceNanos()).isEqualTo(before.lastNanos());
        assertThat(machine.next(back, window(75, hold(900, 12))).state()).isEqualTo(RunState.RUNNING);
    }

    @Test
    void silences_in_a_row_are_one_time_of_which_nothing_is_known() {
        RunHistory history = RunHistory.of(
                machine,
                List.of(
                        window(0, hold(900, 12)),
                        window(100, hold(900, 1)),
                        window(200, hold(900, 1)),
                        window(300, hold(900, 12))));
        assertThat(history.time(RunState.UNKNOWN)).isGreaterThanOrEqualTo(Duration.ofNanos(288 * ROW));
        for (int span = 1; span < history.spans().size(); span++) {
            assertThat(history.spans().get(span).fromNanos())
                    .isEqualTo(history.spans().get(span - 1).untilNanos());
        }
    }

    @Test
    void a_machine_without_drives_runs() {
        RunStateMachine without = new RunStateMachine(new Drives(List.of()), RunStateSettings.defaults());
        assertThat(without.next(RunWatch.initial(), window(0, hold(5, 12))).state())
                .isEqualTo(RunState.RUNNING);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void readings_one_by_one_in_overlapping_batches_or_replayed_give_the_same(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] rows = life(random, 3000);
        RunWatch[] single = new RunWatch[rows.length];
        RunWatch watch = RunWatch.initial();
        for (int row = 0; row < rows.length; row++) {
            watch = machine.next(watch, row * ROW, rows[row]);
            single[row] = watch;
        }
        RunWatch batch = RunWatch.initial();
        List<Window> windows = new ArrayList<>();
        for (int end = 0; end < rows.length; ) {
            int from = Math.max(0, end - random.nextInt(40)); // what overlaps has been seen
            end = Math.min(rows.length, end + 1 + random.nextInt(80));
            windows.add(window(from, Arrays.copyOfRange(rows, from, end)));
            batch = machine.next(batch, windows.getLast());
            assertThat(batch).isEqualTo(single[end - 1]);
        }
        RunHistory history = RunHistory.of(machine, windows);
        assertThat(history).isEqualTo(RunHistory.of(machine, List.of(window(0, rows))));
        assertThat(history.spans()).hasSizeGreaterThan(10);
        for (int i = 1; i < history.spans().size(); i++) {
            RunHistory.Span before = history.spans().get(i - 1);
            RunHistory.Span span = history.spans().get(i);
            assertThat(span.fromNanos()).isEqualTo(before.untilNanos());
            assertThat(span.untilNanos()).isGreaterThanOrEqualTo(span.fromNanos());
            assertThat(span.state()).isNotEqualTo(before.state());
        }
    }

    @Test
    void refuses_settings_out_of_range() {
        assertThatThrownBy(() -> new RunStateSettings(Duration.ZERO, Duration.ZERO, Duration.ofMinutes(1)))
                .hasMessageContaining("dwell PT0S");
    }

    /** Set points, ramps, stops, noise, spikes and gaps, by chance. */
    private static double[] life(SplittableRandom random, int rows) {
        double[] readings = new double[rows];
        double target = 900;
        double value = 900;
        for (int row = 0; row < rows; row++) {
            if (random.nextInt(40) == 0) {
                target = new double[] {0, 900, 1000}[random.nextInt(3)];
            }
            value = target == 0 ? 0 : value + Math.clamp(target - value, -100.0, 100.0);
            double noise = 4 * random.nextGaussian();
            boolean spike = random.nextInt(100) == 0;
            readings[row] = random.nextInt(50) == 0 ? Double.NaN : (float) (value + noise + (spike ? 300 : 0));
        }
        Arrays.fill(readings, rows / 2, rows / 2 + 50, Double.NaN);
        return readings;
    }

    private static double[] hold(double value, int rows) {
        double[] held = new double[rows];
        Arrays.fill(held, value);
        return held;
    }

    private static double[] ramp(double from, double to, int rows) {
        double[] ramp = new double[rows];
        for (int i = 0; i < rows; i++) {
            ramp[i] = from + (to - from) * (i + 1) / rows;
        }
        return ramp;
    }

    private static double[] script(double[]... parts) {
        return Arrays.stream(parts).flatMapToDouble(Arrays::stream).toArray();
    }

    private static RunHistory.Span span(RunState state, long fromRow, long untilRow) {
        return new RunHistory.Span(state, fromRow * ROW, untilRow * ROW);
    }

    private static Window window(int fromRow, double[] rows) {
        float[] values = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            values[i] = (float) rows[i];
        }
        return new Window(new AssetId("F-1"), SCHEMA, (fromRow + rows.length) * ROW, values);
    }
}
