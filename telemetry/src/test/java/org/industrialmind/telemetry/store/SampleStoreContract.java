package org.industrialmind.telemetry.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.industrialmind.signal.Assessment;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Channel;
import org.industrialmind.signal.Contribution;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.FrameSchema.Precision;
import org.industrialmind.signal.ModelRef;
import org.industrialmind.signal.Quality;
import org.industrialmind.signal.Suspect;
import org.industrialmind.signal.Unit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every {@link SampleStore} promises, in chapters. An implementation's test hands in a store on a running database and
 * knows how to take the database away; every test has an asset of its own, so nothing needs to be cleaned.
 */
public abstract class SampleStoreContract {
    private static final long START = 1_700_000_000_123_456_789L; // on no whole microsecond
    private static final long SECOND = 1_000_000_000L;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final AtomicInteger ASSETS = new AtomicInteger();

    /** Returns the store under test; the same one for all tests. */
    protected abstract SampleStore store();

    protected abstract void stopDatabase();

    protected abstract void startDatabase();

    private static AssetId newAsset() {
        return new AssetId("P/" + ASSETS.incrementAndGet() + ".a_b-c");
    }

    private FrameSchema prepared(Precision precision, String... channels) {
        FrameSchema schema = schema(precision, channels);
        store().prepare(schema);
        return schema;
    }

    private static FrameSchema schema(Precision precision, String... channels) {
        List<Channel> list = Arrays.stream(channels)
                .map(name -> new Channel(name, name, Unit.ONE, Channel.Role.PROCESS))
                .toList();
        return new FrameSchema(new EquipmentClass("test-pump"), Duration.ofSeconds(1), precision, list);
    }

    /** One row a second from {@link #START} on, with the values of one channel. */
    private static Frame column(AssetId asset, FrameSchema schema, double... values) {
        return Frame.good(asset, schema, times(values.length), values);
    }

    private static long[] times(int rows) {
        return LongStream.range(0, rows).map(i -> START + i * SECOND).toArray();
    }

    private void write(Frame... frames) {
        store().write(List.of(frames));
        store().awaitVisible(PATIENCE);
    }

    private List<Frame> all(AssetId asset, FrameSchema schema) {
        return store().range(asset, schema, 0, Long.MAX_VALUE, Integer.MAX_VALUE);
    }

    private SampleStore.Ledger ledger(AssetId asset, FrameSchema schema) {
        return store().ledger(asset, schema, 0, Long.MAX_VALUE);
    }

    @Nested
    class Writing {
        private final AssetId asset = newAsset();

        @Test
        void keeps_a_frame_as_it_was() {
            FrameSchema schema = prepared(Precision.SINGLE, "pressure", "flow");
            Frame frame = Frame.good(asset, schema, times(3), new double[] {1, 2, 3, 4, 5, 6});
            write(frame);
            assertThat(all(asset, schema)).containsExactly(frame);
        }

        @Test
        void finds_nothing_of_a_class_of_which_nothing_was_ever_written() {
            FrameSchema schema = schema(Precision.SINGLE, "pressure");
            assertThat(store().latest(asset, schema)).isEmpty();
            assertThat(all(asset, schema)).isEmpty();
            assertThat(store().condensed(asset, schema, "pressure", START, START + SECOND, 1))
                    .isEmpty();
        }

        @Test
        void keeps_one_row_for_each_time_however_often_it_is_written() {
            FrameSchema schema = prepared(Precision.SINGLE, "pressure");
            Frame frame = column(asset, schema, 1, 2, 3);
            write(frame, frame);
            SampleStore.Ledger twice = ledger(asset, schema);
            write(frame);
            assertThat(ledger(asset, schema))
                    .isEqualTo(twice)
                    .isEqualTo(new SampleStore.Ledger(3, RowChecksum.of(frame)));
        }

        @Test
        void lets_the_last_writing_win_whole() {
            FrameSchema schema = prepared(Precision.DOUBLE, "pressure", "flow");
            byte bad = Quality.bad(Quality.Reason.STALE).code();
            write(Frame.of(asset, schema, times(1), new double[] {1, 2}, new byte[] {bad, 0}));
            Frame second = Frame.good(asset, schema, times(1), new double[] {Double.NaN, 7});
            write(second);
            assertThat(all(asset, schema)).containsExactly(second);
            assertThat(store().condensed(asset, schema, "pressure", START, START + SECOND, 1))
                    .as("a value that was taken back is not condensed")
                    .isEmpty();
        }

        @Test
        void lets_the_last_of_one_writing_win() {
            FrameSchema schema = prepared(Precision.DOUBLE, "pressure", "flow");
            Frame part = Frame.good(asset, schema, times(1), new double[] {1, Double.NaN});
            Frame whole = Frame.good(asset, schema, times(1), new double[] {1, 7});
            write(part, whole);
            assertThat(all(asset, schema)).containsExactly(whole);
        }

        @Test
        void puts_late_and_shuffled_rows_in_order_of_time() {
            FrameSchema schema = prepared(Precision.SINGLE, "pressure");
            List<Frame> rows = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                rows.add(Frame.good(asset, schema, new long[] {START + i * SECOND}, new double[] {i}));
            }
            List<Frame> shuffled = new ArrayList<>(rows);
            Collections.shuffle(shuffled, new Random(1));
            write(shuffled.subList(0, 150).toArray(Frame[]::new));
            Frame older = Frame.good(asset, schema, new long[] {START - 86_400 * SECOND}, new double[] {-1});
            write(older);
            write(shuffled.subList(150, 200).toArray(Frame[]::new));
            assertThat(all(asset, schema).getFirst().time(0)).isEqualTo(older.time(0));
            assertThat(rowValues(asset, schema))
                    .isEqualTo(IntStream.range(-1, 200).asDoubleStream().toArray());
        }

        private double[] rowValues(AssetId asset, FrameSchema schema) {
            return all(asset, schema).stream()
                    .flatMapToDouble(f -> IntStream.range(0, f.rows()).mapToDouble(r -> f.value(r, 0)))
                    .toArray();
        }

        @Test
        void keeps_what_is_missing_missing() {
            FrameSchema schema = prepared(Precision.SINGLE, "pressure", "flow");
            double none = Double.NaN;
            Frame frame = Frame.good(asset, schema, times(3), new double[] {none, 2, none, none, 5, none});
            write(frame);
            assertThat(all(asset, schema)).containsExactly(frame);
            assertThat(ledger(asset, schema)).isEqualTo(new SampleStore.Ledger(3, RowChecksum.of(frame)));
        }

        @Test
        void keeps_every_quality() {
            List<Byte> codes = new ArrayList<>();
            for (Quality.Severity severity : Quality.Severity.values()) {
                for (Quality.Reason reason : Quality.Reason.values()) {
                    codes.add(new Quality(severity, reason).code());
                }
            }
            FrameSchema schema = prepared(Precision.SINGLE, "pressure", "flow");
            byte[] qualities = new byte[2 * codes.size()];
            double[] values = new double[qualities.length];
            for (int i = 0; i < codes.size(); i++) {
                qualities[2 * i + 1] = codes.get(i);
                values[2 * i + 1] = i % 3 == 0 ? Double.NaN : i;
            }
            Frame frame = Frame.of(asset, schema, times(codes.size()), values, qualities);
            write(frame);
            assertThat(all(asset, schema)).containsExactly(frame);
        }

        @Test
        void keeps_the_last_nanosecond_of_a_time() {
            FrameSchema schema = prepared(Precision.SINGLE, "pressure");
            Frame frame = Frame.good(asset, schema, new long[] {START, START + 1, START + 2}, new double[] {1, 2, 3});
            write(frame);
            assertThat(all(asset, schema)).containsExactly(frame);
            assertThat(store().range(asset, schema, START + 1, START + 2, 10)).hasSize(1);
        }

        @ParameterizedTest
        @EnumSource(Precision.class)
        void keeps_every_bit_of_a_value(Precision precision) {
            FrameSchema schema = prepared(precision, "pressure");
            double[] values = new Random(7)
                    .longs(2_000)
                    .mapToDouble(bits -> precision == Precision.SINGLE
                            ? Float.intBitsToFloat((int) bits)
                            : Double.longBitsToDouble(bits))
                    .map(value -> Double.isFinite(value) ? value : 0.1)
                    .toArray();
            double[] edges = precision == Precision.SINGLE
                    ? new double[] {
                        Float.MAX_VALUE, -Float.MAX_VALUE, Float.MIN_VALUE, Float.MIN_NORMAL, 0.1f, 16_777_217
                    }
                    : new double[] {
                        Double.MAX_VALUE, -Double.MAX_VALUE, Double.MIN_VALUE, Double.MIN_NORMAL, 0.1, Math.PI
                    };
            System.arraycopy(edges, 0, values, 0, edges.length);
            Frame frame = column(asset, schema, values);
            write(frame);
            assertThat(ledger(asset, schema)).isEqualTo(new SampleStore.Ledger(values.length, RowChecksum.of(frame)));
        }

        @Test
        void keeps_fifty_channels_whatever_they_are_called() {
            List<String> names = new ArrayList<>(List.of("ts", "asset", "quality", "time", "select", "x".repeat(63)));
            IntStream.range(names.size(), 50).forEach(i -> names.add("channel_" + i));
            FrameSchema schema = prepared(Precision.SINGLE, names.toArray(String[]::new));
            Frame frame = Frame.good(
                    asset, schema, times(10), new Random(2).doubles(500).toArray());
            write(frame);
            assertThat(all(asset, schema)).containsExactly(frame);
            assertThat(store().condensed(asset, schema, "time", START, START + 10 * SECOND, 1))
                    .hasSize(1);
        }

        @Test
        void keeps_two_schemas_of_one_class_side_by_side() {
            FrameSchema old = prepared(Precision.SINGLE, "pressure", "flow");
            FrameSchema renewed = prepared(Precision.SINGLE, "pressure", "flow", "current");
            Frame before = Frame.good(asset, old, times(1), new double[] {1, 2});
            Frame after = Frame.good(asset, renewed, times(1), new double[] {3, 4, 5});
            write(before, after);
            assertThat(all(asset, old)).containsExactly(before);
            assertThat(all(asset, renewed)).containsExactly(after);
        }

        @Test
        void takes_the_largest_frame_and_gives_it_back_whole() {
            FrameSchema schema = prepared(Precision.SINGLE, "pressure", "flow", "current", "speed");
            int rows = Frame.MAX_VALUES / 4;
            Frame frame = Frame.good(
                    asset,
                    schema,
                    times(rows),
                    new Random(3).doubles(Frame.MAX_VALUES).toArray());
            write(frame);
            assertThat(ledger(asset, schema)).isEqualTo(new SampleStore.Ledger(rows, RowChecksum.of(frame)));
            assertThat(all(asset, schema).stream().mapToInt(Frame::rows).sum()).isEqualTo(rows);
        }

        @ParameterizedTest
        @ValueSource(longs = {11, 12})
        void loses_nothing_when_many_write_at_once(long seed) throws Exception {
            FrameSchema schema = prepared(Precision.SINGLE, "pressure", "flow");
            Random random = new Random(seed);
            List<Frame> frames = new ArrayList<>();
            for (int i = 0; i < 80; i++) {
                long[] times = new long[20];
                Arrays.setAll(times, row -> START + random.nextLong(SECOND));
                frames.add(Frame.good(asset, schema, times, random.doubles(40).toArray()));
            }
            try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
                List<Future<?>> writes = new ArrayList<>();
                for (int i = 0; i < 80; i += 10) {
                    List<Frame> part = frames.subList(i, i + 10);
                    writes.add(threads.submit(() -> store().write(part)));
                }
                for (Future<?> write : writes) {
                    write.get();
                }
            }
            long checksum = frames.stream().mapToLong(RowChecksum::of).sum();
            assertThat(ledger(asset, schema)).isEqualTo(new SampleStore.Ledger(1_600, checksum));
        }
    }

    @Nested
    class Latest {
        private final AssetId asset = newAsset();

        @Test
        void is_empty_where_nothing_was_written() {
            assertThat(store().latest(asset, prepared(Precision.SINGLE, "pressure")))
                    .isEmpty();
        }

        @Test
        void is_the_newest_row_by_time_and_not_by_writing() {
            FrameSchema schema = prepared(Precision.SINGLE, "pressure");
            write(column(asset, schema, 1, 2, 3));
            write(Frame.good(asset, schema, new long[] {START - SECOND}, new double[] {9}));
            write(Frame.good(newAsset(), schema, new long[] {START + 99 * SECOND}, new double[] {8}));
            assertThat(store().latest(asset, schema))
                    .contains(Frame.good(asset, schema, new long[] {START + 2 * SECOND}, new double[] {3}));
        }

        @Test
        void says_which_values_are_missing_or_bad() {
            FrameSchema schema = prepared(Precision.SINGLE, "pressure", "flow");
            byte stale = Quality.bad(Quality.Reason.STALE).code();
            Frame frame = Frame.of(asset, schema, times(1), new double[] {Double.NaN, 4}, new byte[] {stale, 0});
            write(frame);
            assertThat(store().latest(asset, schema)).contains(frame);
        }
    }

    @Nested
    class Range {
        private final AssetId asset = newAsset();

        @Test
        void is_empty_where_nothing_was_written() {
            FrameSchema schema = prepared(Precision.SINGLE, "pressure");
            assertThat(all(asset, schema)).isEmpty();
            assertThat(ledger(asset, schema)).isEqualTo(new SampleStore.Ledger(0, 0));
        }

        @Test
        void includes_its_beginning_and_excludes_its_end() {
            FrameSchema schema = prepared(Precision.SINGLE, "pressure");
            write(column(asset, schema, 1, 2, 3, 4));
            List<Frame> middle = store().range(asset, schema, START + SECOND, START + 3 * SECOND, 100);
            assertThat(middle)
                    .containsExactly(Frame.good(
                            asset, schema, new long[] {START + SECOND, START + 2 * SECOND}, new double[] {2, 3}));
            assertThat(store().range(asset, schema, START + SECOND, START + SECOND, 100))
                    .isEmpty();
            assertThat(store().ledger(asset, schema, START + SECOND, START + 3 * SECOND)
                            .rows())
                    .isEqualTo(2);
        }

        @Test
        void gives_the_oldest_rows_up_to_the_limit() {
            FrameSchema schema = prepared(Precision.SINGLE, "pressure");
            write(column(asset, schema, 1, 2, 3, 4));
            assertThat(store().range(asset, schema, 0, Long.MAX_VALUE, 2)).containsExactly(column(asset, schema, 1, 2));
        }

        @Test
        void does_not_know_other_assets() {
            FrameSchema schema = prepared(Precision.SINGLE, "pressure");
            write(column(newAsset(), schema, 1, 2, 3, 4));
            assertThat(all(asset, schema)).isEmpty();
        }
    }

    @Nested
    class Condensed {
        private final AssetId asset = newAsset();

        @Test
        void keeps_minimum_maximum_and_mean_of_each_bucket() {
            FrameSchema schema = prepared(Precision.DOUBLE, "pressure");
            write(column(asset, schema, 1, 5, 3, 10, 20, 60));
            assertThat(store().condensed(asset, schema, "pressure", START, START + 6 * SECOND, 2))
                    .containsExactly(
                            new SampleStore.Bucket(BucketSpan.instant(START), 1, 5, 3, 3),
                            new SampleStore.Bucket(BucketSpan.instant(START + 3 * SECOND), 10, 60, 30, 3));
        }

        @Test
        void leaves_out_bad_and_missing_values_and_empty_buckets() {
            FrameSchema schema = prepared(Precision.DOUBLE, "pressure", "flow");
            byte bad = Quality.bad(Quality.Reason.SENSOR_FAILURE).code();
            byte doubtful = Quality.uncertain(Quality.Reason.STALE).code();
            double[] pressureAndFlow = {1, 1, 1, 500, 1, 2, 1, Double.NaN, 1, 700, 1, 800};
            byte[] qualities = {bad, 0, 0, bad, 0, doubtful, 0, 0, 0, bad, 0, bad};
            write(Frame.of(asset, schema, times(6), pressureAndFlow, qualities));
            assertThat(store().condensed(asset, schema, "flow", START, START + 6 * SECOND, 2))
                    .containsExactly(new SampleStore.Bucket(BucketSpan.instant(START), 1, 2, 1.5, 2));
        }

        @ParameterizedTest
        @ValueSource(longs = {21, 22, 23})
        void agrees_with_a_loop_over_the_rows(long seed) {
            FrameSchema schema = prepared(Precision.SINGLE, "pressure");
            Random random = new Random(seed);
            Frame frame = column(asset, schema, random.doubles(500, -50, 50).toArray());
            write(frame);
            int buckets = 1 + random.nextInt(40);
            long from = START + random.nextLong(50 * SECOND);
            long to = from + 1 + random.nextLong(500 * SECOND);
            List<SampleStore.Bucket> expected = BucketTwin.condensed(frame, 0, from, to, buckets);
            List<SampleStore.Bucket> found = store().condensed(asset, schema, "pressure", from, to, buckets);
            assertThat(found).hasSameSizeAs(expected);
            for (int i = 0; i < found.size(); i++) {
                SampleStore.Bucket one = expected.get(i);
                assertThat(found.get(i))
                        .usingRecursiveComparison()
                        .ignoringFields("mean")
                        .isEqualTo(one);
                // 1e-5: a database may hold a single-precision value as the decimal text it came in
                assertThat(found.get(i).mean()).isCloseTo(one.mean(), within(1e-5));
            }
        }

        @Test
        void is_empty_where_nothing_was_written() {
            FrameSchema schema = prepared(Precision.SINGLE, "pressure");
            assertThat(store().condensed(asset, schema, "pressure", START, START + SECOND, 10))
                    .isEmpty();
        }

        @Test
        void refuses_a_channel_that_the_schema_does_not_have() {
            FrameSchema schema = prepared(Precision.SINGLE, "pressure");
            assertThatThrownBy(() -> store().condensed(asset, schema, "flow", START, START + SECOND, 10))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("'flow'")
                    .hasMessageContaining("pressure");
        }

        @ParameterizedTest
        @ValueSource(ints = {0, -1, 10_001})
        void refuses_a_senseless_number_of_buckets(int buckets) {
            FrameSchema schema = prepared(Precision.SINGLE, "pressure");
            assertThatThrownBy(() -> store().condensed(asset, schema, "pressure", START, START + 1, buckets))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("10000 buckets");
        }
    }

    @Nested
    class Assessments {
        private final AssetId asset = newAsset();
        private final ModelRef model = new ModelRef("anomaly/test-pump, odd=name \"x\"", 3);

        private void write(Assessment... assessments) {
            store().writeAssessments(List.of(assessments));
            store().awaitVisible(PATIENCE);
        }

        private List<Assessment> all() {
            return store().assessments(asset, 0, Long.MAX_VALUE, 100);
        }

        @Test
        void come_back_as_they_were() {
            List<Contribution> why =
                    List.of(new Contribution("vibration_de", 0.6, 4.2), new Contribution("flow", 0.1, -2.5));
            Assessment normal = new Assessment.Normal(asset, START, model, 0.1);
            Assessment abnormal = new Assessment.Abnormal(asset, START + SECOND, model, 1.7, why, Suspect.SENSOR);
            Assessment silent =
                    new Assessment.NotAssessable(asset, START + 2 * SECOND, Assessment.Reason.TOO_FEW_READINGS);
            write(silent, normal, abnormal);
            assertThat(all()).containsExactly(normal, abnormal, silent);
        }

        @Test
        void are_kept_once_for_each_asset_model_and_window_end() {
            Assessment.Normal first = new Assessment.Normal(asset, START, model, 0.5);
            Assessment.Normal other = new Assessment.Normal(asset, START, new ModelRef("z", 1), 0.25);
            Assessment.Abnormal again =
                    new Assessment.Abnormal(asset, START, new ModelRef(model.name(), 4), 2, List.of());
            Assessment silent = new Assessment.NotAssessable(newAsset(), START, Assessment.Reason.NO_MODEL);
            write(first, other, silent);
            write(first, silent);
            write(again);
            assertThat(all()).containsExactly(again, other);
            assertThat(store().assessments(silent.asset(), 0, Long.MAX_VALUE, 100))
                    .containsExactly(silent);
        }

        @Test
        void of_a_window_that_could_not_be_judged_at_first_are_only_the_judgement() {
            Assessment silent = new Assessment.NotAssessable(asset, START, Assessment.Reason.TOO_FEW_READINGS);
            Assessment judged = new Assessment.Normal(asset, START, model, 0.5);
            Assessment next = new Assessment.NotAssessable(asset, START + 1, Assessment.Reason.TOO_FEW_READINGS);
            write(silent, next);
            write(judged);
            assertThat(all()).containsExactly(judged, next);
            assertThat(store().assessments(asset, 0, Long.MAX_VALUE, 1)).containsExactly(judged);
        }

        @Test
        void are_found_by_a_half_open_span_up_to_a_limit() {
            Assessment[] four = IntStream.range(0, 4)
                    .mapToObj(i -> new Assessment.Normal(asset, START + i, model, i))
                    .toArray(Assessment[]::new);
            write(four);
            assertThat(store().assessments(asset, START + 1, START + 3, 100)).containsExactly(four[1], four[2]);
            assertThat(store().assessments(asset, START, START + 4, 3)).containsExactly(four[0], four[1], four[2]);
            assertThat(store().assessments(newAsset(), 0, Long.MAX_VALUE, 100)).isEmpty();
        }
    }

    @Nested
    class Errors {
        private final AssetId asset = newAsset();

        @Test
        void name_the_schema_that_was_not_prepared() {
            FrameSchema strange = schema(Precision.SINGLE, "never_prepared");
            assertThatThrownBy(() -> store().write(List.of(column(asset, strange, 1))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("prepare");
        }

        @Test
        void name_the_row_that_can_never_be_stored() {
            FrameSchema schema = prepared(Precision.SINGLE, "pressure");
            Frame infinite = column(asset, schema, 1, Double.POSITIVE_INFINITY);
            Frame ancient = Frame.good(asset, schema, new long[] {-1}, new double[] {1});
            assertThatThrownBy(() -> store().write(List.of(infinite)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("row 1 of ")
                    .hasMessageContaining(asset.value())
                    .hasMessageContaining("pressure is Infinity");
            assertThatThrownBy(() -> store().write(List.of(ancient)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("before 1970");
        }

        @Test
        void do_not_spoil_what_is_written_later() {
            FrameSchema schema = prepared(Precision.SINGLE, "pressure");
            assertThatThrownBy(() -> store().write(List.of(column(asset, schema, 1, Double.NEGATIVE_INFINITY))))
                    .isInstanceOf(IllegalArgumentException.class);
            write(column(asset, schema, 5));
            assertThat(all(asset, schema)).containsExactly(column(asset, schema, 5));
        }

        @ParameterizedTest
        @ValueSource(ints = {0, -1})
        void name_a_senseless_limit(int limit) {
            FrameSchema schema = prepared(Precision.SINGLE, "pressure");
            assertThatThrownBy(() -> store().range(asset, schema, 0, 1, limit))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("at least 1");
            assertThatThrownBy(() -> store().assessments(asset, 0, 1, limit))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("at least 1");
        }

        @Test
        void say_unavailable_while_the_database_is_away_and_nothing_once_it_is_back() {
            FrameSchema schema = prepared(Precision.SINGLE, "pressure");
            Frame before = column(asset, schema, 1);
            write(before);
            stopDatabase();
            try {
                assertThatThrownBy(() -> store().write(List.of(before))).isInstanceOf(StoreUnavailableException.class);
                assertThatThrownBy(() -> store().latest(asset, schema)).isInstanceOf(StoreUnavailableException.class);
                assertThatThrownBy(() -> ledger(asset, schema)).isInstanceOf(StoreUnavailableException.class);
            } finally {
                startDatabase();
            }
            assertThat(all(asset, schema)).containsExactly(before);
            write(column(asset, schema, 1, 2));
            assertThat(all(asset, schema)).containsExactly(column(asset, schema, 1, 2));
        }
    }
}
