package org.industrialmind.telemetry.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.FrameSchema.Precision;
import org.industrialmind.signal.Quality;
import org.industrialmind.signal.Window;
import org.industrialmind.telemetry.wire.Readings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssetWindowsTest {
    private static final AssetId PUMP = new AssetId("P-101");
    private static final FrameSchema SCHEMA = Readings.schema("pump", 2, Precision.SINGLE);
    private static final ScoringConfig CONFIG = ScoringConfig.defaults(); // 60 rows, stride 10, two minutes late
    private static final long SECOND = Readings.SECOND;

    /** Keeps what was due, the last of each end, as the sinks do. */
    private static final class Kept implements DueSink {
        final Map<Long, Window> windows = new TreeMap<>();
        final List<Long> historical = new ArrayList<>();
        int due;
        int revisions;
        int standing;

        @Override
        public void standing() {
            standing++;
        }

        @Override
        public void due(Window window, boolean revision) {
            windows.put(window.endNanos() / SECOND, window);
            due++;
            revisions += revision ? 1 : 0;
        }

        @Override
        public void historical(AssetId asset, FrameSchema schema, long firstEnd, long lastEnd) {
            for (long end = firstEnd; end <= lastEnd; end += CONFIG.stride()) {
                historical.add(end);
            }
        }
    }

    private final Kept kept = new Kept();
    private final AssetWindows windows = new AssetWindows(PUMP, SCHEMA, CONFIG);

    private void append(Frame frame) {
        windows.append(frame, 0, kept);
    }

    private void rows(long fromSecond, int count) {
        append(Readings.frame(PUMP, SCHEMA, fromSecond * SECOND, count));
    }

    private Window ending(long second) {
        return Optional.ofNullable(kept.windows.get(second)).orElseThrow();
    }

    @Test
    void readings_that_go_on_while_their_time_stands_still_are_counted_and_a_repeated_row_is_not() {
        append(Readings.frame(PUMP, SCHEMA, 5 * SECOND, 1));
        append(Readings.frame(PUMP, SCHEMA, 5 * SECOND, 1)); // delivered twice
        assertThat(kept.standing).isZero();
        for (int i = 1; i <= 3; i++) {
            append(Frame.of(PUMP, SCHEMA, new long[] {5 * SECOND}, new double[] {i, i}, new byte[2]));
        }
        assertThat(kept.standing).isEqualTo(3);
        assertThat(kept.due).isZero();
    }

    @Test
    void is_due_when_a_row_reaches_the_end_and_not_before() {
        rows(0, 60);
        assertThat(kept.windows.keySet()).containsExactly(10L, 20L, 30L, 40L, 50L);
        rows(60, 1);
        assertThat(kept.windows.keySet()).contains(60L);
        Window first = ending(60);
        assertThat(first.coverage()).isEqualTo(1);
        assertThat(first.get(0, 1)).isEqualTo((float) Readings.value(PUMP, 0, 1));
        assertThat(first.get(59, 0)).isEqualTo((float) Readings.value(PUMP, 59 * SECOND, 0));
    }

    @Test
    void ends_on_multiples_of_the_stride_wherever_the_first_row_is() {
        rows(1_000_003, 70);
        assertThat(kept.windows.keySet()).first().isEqualTo(1_000_010L);
        assertThat(kept.windows.keySet()).allMatch(end -> end % 10 == 0);
    }

    @Test
    void leaves_out_windows_without_any_row() {
        rows(0, 61);
        rows(100_000, 1);
        assertThat(kept.windows.keySet())
                .containsExactly(10L, 20L, 30L, 40L, 50L, 60L, 70L, 80L, 90L, 100L, 110L, 120L);
    }

    @Test
    void takes_a_leap_of_fifty_years_in_its_stride() {
        rows(0, 1);
        rows(1_790_000_000L, 1);
        rows(4_102_444_800L, 1); // the year 2100
        assertThat(kept.due).isEqualTo(6 + 6);
    }

    @Test
    void is_due_again_when_a_late_row_changes_it() {
        append(Readings.at(PUMP, SCHEMA, 0));
        rows(2, 60);
        int before = kept.due;
        rows(1, 1);
        assertThat(kept.revisions).isEqualTo(6); // ends 10, 20, 30, 40, 50 and 60
        assertThat(kept.due).isEqualTo(before + 6);
        Window first = ending(60);
        assertThat(first.coverage()).isEqualTo(1);
    }

    @Test
    void is_not_due_again_for_a_copy() {
        rows(0, 100);
        int before = kept.due;
        rows(0, 100);
        rows(0, 100);
        assertThat(kept.due).isEqualTo(before);
        assertThat(kept.historical).isEmpty();
    }

    @Test
    void is_historical_when_the_row_is_later_than_the_lateness() {
        rows(0, 201);
        rows(0, 1); // same values, but nobody here can know any more
        assertThat(kept.revisions).isZero();
        assertThat(kept.historical).containsExactly(10L, 20L, 30L, 40L, 50L, 60L);
    }

    @Test
    void revises_the_windows_that_are_within_the_lateness_and_reports_the_others() {
        rows(0, 70);
        rows(71, 130); // the newest is 200, so windows ending before 81 are closed
        rows(70, 1);
        assertThat(kept.historical).containsExactly(80L);
        assertThat(kept.revisions).isEqualTo(5); // 90 to 130
    }

    @Test
    void keeps_the_latest_reading_of_a_slot_whichever_comes_first() {
        append(row(500_000_000L, 7));
        append(row(100_000_000L, 3));
        rows(10, 1);
        Window first = ending(10);
        assertThat(first.get(50, 0)).isEqualTo(7);
    }

    @Test
    void lets_a_correction_of_the_same_time_win() {
        append(row(0, 7));
        rows(10, 1);
        append(row(0, 8));
        assertThat(kept.revisions).isEqualTo(1);
        Window first = ending(10);
        assertThat(first.get(50, 0)).isEqualTo(8);
    }

    @Test
    void puts_together_a_row_that_comes_in_parts() {
        append(Frame.good(PUMP, SCHEMA, new long[] {0}, new double[] {7, Double.NaN}));
        append(Frame.good(PUMP, SCHEMA, new long[] {0}, new double[] {Double.NaN, 8}));
        rows(10, 1);
        Window first = ending(10);
        assertThat(first.get(50, 0)).isEqualTo(7);
        assertThat(first.get(50, 1)).isEqualTo(8);
        append(Frame.good(PUMP, SCHEMA, new long[] {0}, new double[] {9, Double.NaN}));
        assertThat(kept.revisions).isEqualTo(1);
        assertThat(ending(10).get(50, 0)).isEqualTo(9);
        assertThat(ending(10).get(50, 1)).isEqualTo(8);
    }

    @Test
    void lets_a_value_be_taken_back_by_its_quality() {
        byte bad = Quality.bad(Quality.Reason.COMMUNICATION_FAILURE).code();
        append(row(0, 7));
        append(Frame.of(PUMP, SCHEMA, new long[] {0}, new double[] {Double.NaN, Double.NaN}, new byte[] {bad, 0}));
        rows(10, 1);
        assertThat(ending(10).get(50, 0)).isNaN();
        assertThat(ending(10).get(50, 1)).isEqualTo(7);
    }

    @Test
    void still_needs_the_first_part_of_a_row() {
        windows.append(Frame.good(PUMP, SCHEMA, new long[] {0}, new double[] {7, Double.NaN}), 5, kept);
        windows.append(Frame.good(PUMP, SCHEMA, new long[] {0}, new double[] {Double.NaN, 8}), 9, kept);
        assertThat(windows.smallestOffset(100)).isEqualTo(5);
        windows.append(row(0, 3), 12, kept);
        assertThat(windows.smallestOffset(100)).isEqualTo(12);
    }

    @Test
    void takes_unusable_values_for_missing() {
        byte bad = Quality.bad(Quality.Reason.SENSOR_FAILURE).code();
        byte uncertain = Quality.uncertain(Quality.Reason.STALE).code();
        append(Frame.of(PUMP, SCHEMA, new long[] {0}, new double[] {1, 2}, new byte[] {bad, uncertain}));
        append(Frame.good(PUMP, SCHEMA, new long[] {SECOND}, new double[] {Double.NaN, Double.POSITIVE_INFINITY}));
        rows(10, 1);
        Window first = ending(10);
        assertThat(first.get(50, 0)).isNaN();
        assertThat(first.get(50, 1)).isEqualTo(2);
        assertThat(first.get(51, 0)).isNaN();
        assertThat(first.get(51, 1)).isNaN();
    }

    @Test
    void knows_the_smallest_offset_it_still_needs() {
        for (int i = 0; i < 300; i++) {
            windows.append(Readings.frame(PUMP, SCHEMA, i * SECOND, 1), 1_000 + i, kept);
        }
        assertThat(windows.smallestOffset(Long.MAX_VALUE)).isEqualTo(1_000 + 300 - 180);
        assertThat(windows.smallestOffset(5)).isEqualTo(5);
        rows(10_000, 1); // all others have left, though they still lie in the ring
        assertThat(windows.smallestOffset(Long.MAX_VALUE)).isZero();
    }

    @Test
    void keeps_no_more_rows_of_a_fast_signal_than_allowed() {
        FrameSchema fast =
                new FrameSchema(SCHEMA.equipmentClass(), Duration.ofMillis(1), Precision.SINGLE, SCHEMA.channels());
        AssetWindows many = new AssetWindows(PUMP, fast, CONFIG);
        for (int i = 0; i < 5_000; i++) {
            many.append(Readings.at(PUMP, fast, i * 1_000_000L), i, kept);
        }
        assertThat(many.smallestOffset(Long.MAX_VALUE)).isEqualTo(5_000 - CONFIG.maxRetainedRows());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void comes_to_the_same_windows_in_whatever_order_rows_arrive_within_the_lateness(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Frame> frames = new ArrayList<>();
        for (int second = 0; second < 400; second++) {
            if (random.nextInt(10) > 0) { // a tenth is missing
                long jitter = random.nextLong(SECOND);
                frames.add(Readings.at(PUMP, SCHEMA, 5_000_000 * SECOND + second * SECOND + jitter));
            }
            if (random.nextInt(10) == 0) { // a tenth has a second row in the same slot
                frames.add(Readings.at(PUMP, SCHEMA, 5_000_000 * SECOND + second * SECOND + random.nextLong(SECOND)));
            }
        }
        List<Frame> shuffled = new ArrayList<>();
        for (int from = 0; from < frames.size(); from += 60) { // no row is more than 120 s late
            List<Frame> block = new ArrayList<>(frames.subList(from, Math.min(from + 60, frames.size())));
            block.addAll(block.subList(0, block.size() / 3)); // a third twice
            Collections.shuffle(block, new Random(random.nextLong()));
            shuffled.addAll(block);
        }
        shuffled.forEach(this::append);

        Map<Long, Double> expected = new TreeMap<>();
        ReferenceWindows.of(frames, CONFIG)
                .forEach(window -> expected.put(window.endNanos() / SECOND, ChecksumScorer.checksum(window)));
        Map<Long, Double> actual = new TreeMap<>();
        kept.windows.forEach((end, window) -> actual.put(end, ChecksumScorer.checksum(window)));
        assertThat(actual).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void is_the_same_after_a_rebuild_from_the_smallest_offset(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Frame> frames = new ArrayList<>();
        long second = 0;
        for (int i = 0; i < 400; i++) {
            second += random.nextInt(0, 4);
            long late = random.nextInt(5) == 0 ? random.nextInt(250) : 0;
            frames.add(Readings.at(PUMP, SCHEMA, Math.max(0, second - late) * SECOND + random.nextLong(SECOND)));
        }
        int cut = random.nextInt(100, 300);
        Kept whole = new Kept();
        Kept ignored = new Kept();
        Kept resumed = new Kept();
        AssetWindows uninterrupted = new AssetWindows(PUMP, SCHEMA, CONFIG);
        for (int offset = 0; offset < cut; offset++) {
            uninterrupted.append(frames.get(offset), offset, ignored);
        }
        int from = (int) uninterrupted.smallestOffset(cut);
        AssetWindows rebuilt = new AssetWindows(PUMP, SCHEMA, CONFIG);
        for (int offset = from; offset < cut; offset++) {
            rebuilt.append(frames.get(offset), offset, ignored);
        }
        for (int offset = cut; offset < frames.size(); offset++) {
            uninterrupted.append(frames.get(offset), offset, whole);
            rebuilt.append(frames.get(offset), offset, resumed);
        }
        assertThat(resumed.due).isEqualTo(whole.due);
        assertThat(resumed.historical).isEqualTo(whole.historical);
        whole.windows.forEach(
                (end, window) -> assertThat(ChecksumScorer.checksum(Objects.requireNonNull(resumed.windows.get(end))))
                        .isEqualTo(ChecksumScorer.checksum(window)));
    }

    private static Frame row(long time, double value) {
        return Frame.good(PUMP, SCHEMA, new long[] {time}, new double[] {value, value});
    }
}
