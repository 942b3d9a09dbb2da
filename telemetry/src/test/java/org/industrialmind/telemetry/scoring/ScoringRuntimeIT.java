package org.industrialmind.telemetry.scoring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.industrialmind.signal.Assessment;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.stack.ServerName;
import org.industrialmind.telemetry.scoring.ScoringSnapshot.State;
import org.industrialmind.telemetry.wire.FrameCodec;
import org.industrialmind.telemetry.wire.Readings;
import org.industrialmind.telemetry.wire.Rejection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScoringRuntimeIT {
    @TempDir
    static Path folder;

    private static ScoringBench bench;

    @BeforeAll
    static void start() {
        bench = new ScoringBench(folder);
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    private final FrameSchema schema = Readings.schema("pump", 4, FrameSchema.Precision.SINGLE);

    /** Returns frames of some assets, each of so many rows a second apart, in the order of time. */
    private List<Frame> plant(String prefix, int assets, int frameCount, int rows) {
        long start = ScoringBench.recently(frameCount * rows);
        List<Frame> frames = new ArrayList<>();
        for (int part = 0; part < frameCount; part++) {
            for (int asset = 0; asset < assets; asset++) {
                frames.add(Readings.frame(
                        new AssetId(prefix + asset), schema, start + (long) part * rows * Readings.SECOND, rows));
            }
        }
        return frames;
    }

    @Test
    void stores_every_row_and_assesses_every_window() throws Exception {
        List<Frame> frames = plant("E2E-", 20, 15, 20);
        MemoryStore store = new MemoryStore();
        try (ScoringRuntime runtime = bench.runtime(store, Probe.NONE)) {
            runtime.start();
            bench.send(frames);
            bench.awaitDone(runtime);
            ScoringSnapshot snapshot = runtime.snapshot();
            assertThat(snapshot.state()).isEqualTo(State.RUNNING);
            assertThat(snapshot.totals().records()).isEqualTo(20 * 15);
            assertThat(snapshot.totals().rows()).isEqualTo(20 * 300);
            assertThat(snapshot.totals().storedRows()).isEqualTo(20 * 300);
            assertThat(snapshot.totals().normal()).isEqualTo(snapshot.totals().windows());
            assertThat(snapshot.totals().rejectedRecords()).isEmpty();
            assertThat(snapshot.eventToAssessed().count()).isPositive();
        }
        bench.assertEverythingStored(frames, store);
        ScoringBench.assertSame(store.judged(), ScoringBench.expected(frames));
        ScoringBench.assertSame(bench.published("E2E-"), ScoringBench.expected(frames));
    }

    @Test
    void absorbs_copies_reordering_and_gaps() throws Exception {
        Random random = new Random(42);
        List<Frame> frames = plant("MIX-", 5, 120, 3);
        frames.removeIf(frame -> random.nextInt(12) == 0);
        List<Frame> sent = new ArrayList<>();
        for (int from = 0; from < frames.size(); from += 5 * 20) { // 20 frames of 3 s: at most a minute out of order
            List<Frame> block = new ArrayList<>(frames.subList(from, Math.min(from + 100, frames.size())));
            block.addAll(List.copyOf(block));
            block.addAll(block.subList(0, block.size() / 2)); // each twice, most three times
            Collections.shuffle(block, random);
            sent.addAll(block);
        }
        MemoryStore store = new MemoryStore();
        try (ScoringRuntime runtime = bench.runtime(store, Probe.NONE)) {
            runtime.start();
            bench.send(sent);
            bench.awaitDone(runtime);
            assertThat(runtime.snapshot().totals().revisions()).isPositive();
        }
        bench.assertEverythingStored(frames, store);
        ScoringBench.assertSame(store.judged(), ScoringBench.expected(frames));
    }

    @Test
    void turns_bad_records_into_dead_letters_and_goes_on() throws Exception {
        AssetId asset = new AssetId("BAD-0");
        List<Frame> good = plant("BAD-", 1, 10, 20);
        byte[] frame = FrameCodec.encode(good.getFirst());
        FrameSchema unknown = Readings.schema("unheard-of", 2, FrameSchema.Precision.DOUBLE);
        byte[] tooLarge = new byte[1_048_400]; // as large as the brokers take; with a word about it, it is larger
        new SplittableRandom(3).nextBytes(tooLarge);
        byte[] flipped = frame.clone();
        flipped[50] ^= 1;
        long now = System.currentTimeMillis() * 1_000_000;
        Frame future = Readings.at(asset, schema, now + 3_600 * Readings.SECOND, 4_102_444_800L * Readings.SECOND);
        Frame ancient = Readings.at(asset, schema, -5);
        MemoryStore store = new MemoryStore();
        try (ScoringRuntime runtime = bench.runtime(store, Probe.NONE)) {
            runtime.start();
            bench.send(good.subList(0, 5));
            bench.sendRaw("BAD-0", new byte[0]);
            bench.sendRaw("BAD-0", null);
            bench.sendRaw("BAD-0", Arrays.copyOf(frame, frame.length / 2));
            bench.sendRaw("BAD-0", flipped);
            bench.sendRaw("BAD-0", "{\"value\": 1, \"why\": \"json is not a frame\"}".getBytes(UTF_8));
            bench.sendRaw("BAD-0", tooLarge);
            bench.sendRaw("BAD-1", frame);
            bench.sendRaw("BAD-0", FrameCodec.encode(Readings.frame(asset, unknown, 0, 3)));
            bench.send(List.of(future, ancient));
            bench.send(good.subList(5, 10));
            bench.awaitDone(runtime);
            assertThat(runtime.snapshot().totals().rejectedRecords())
                    .isEqualTo(Map.of(
                            Rejection.TRUNCATED, 3L,
                            Rejection.CHECKSUM, 1L,
                            Rejection.NOT_A_FRAME, 2L,
                            Rejection.BAD_ASSET, 1L,
                            Rejection.UNKNOWN_SCHEMA, 1L,
                            Rejection.FUTURE_TIME, 1L,
                            Rejection.BEFORE_EPOCH, 1L));
            assertThat(runtime.snapshot().totals().rejectedRows())
                    .containsEntry(Rejection.FUTURE_TIME, 2L)
                    .containsEntry(Rejection.BEFORE_EPOCH, 1L);
        }
        bench.assertEverythingStored(good, store);
        ScoringBench.assertSame(store.judged(), ScoringBench.expected(good));
        assertThat(bench.deadLetters("BAD-"))
                .contains("TRUNCATED", "CHECKSUM", "NOT_A_FRAME", "BAD_ASSET", "UNKNOWN_SCHEMA", "FUTURE_TIME");
    }

    @Test
    void lays_aside_what_the_store_refuses_and_stores_the_rest() throws Exception {
        List<Frame> frames = plant("REF-", 4, 5, 10);
        MemoryStore store = new MemoryStore();
        store.refused = Optional.of(new AssetId("REF-2"));
        try (ScoringRuntime runtime = bench.runtime(store, Probe.NONE)) {
            runtime.start();
            bench.send(frames);
            bench.awaitDone(runtime);
            assertThat(runtime.snapshot().totals().rejectedRecords()).isEqualTo(Map.of(Rejection.STORE_REFUSED, 5L));
            assertThat(runtime.snapshot().totals().rejectedRows()).isEqualTo(Map.of(Rejection.STORE_REFUSED, 50L));
        }
        bench.assertEverythingStored(
                frames.stream()
                        .filter(frame -> !frame.asset().value().equals("REF-2"))
                        .toList(),
                store);
    }

    @Test
    void assesses_windows_with_very_late_rows_again_without_telling_anybody() throws Exception {
        List<Frame> frames = plant("OLD-", 1, 60, 10);
        Frame late = frames.remove(0);
        MemoryStore store = new MemoryStore();
        try (ScoringRuntime runtime = bench.runtime(store, Probe.NONE)) {
            runtime.start();
            bench.send(frames);
            bench.send(List.of(late));
            bench.awaitDone(runtime);
            assertThat(runtime.snapshot().totals().historicalWindows()).isPositive();
            assertThat(runtime.snapshot().totals().rescoredWindows()).isPositive();
        }
        ScoringBench.assertSame(bench.published("OLD-"), ScoringBench.expected(frames));
        frames.add(late);
        bench.assertEverythingStored(frames, store);
        ScoringBench.assertSame(store.judged(), ScoringBench.expected(frames));
    }

    @Test
    void leaves_a_partition_to_another_when_it_was_stuck_for_too_long() throws Exception {
        List<Frame> frames = plant("STUCK-", 8, 60, 5);
        MemoryStore store = new MemoryStore();
        ScoringConfig impatient = bench.impatient(bench.freshGroup());
        AtomicInteger polls = new AtomicInteger();
        Probe stuck = point -> {
            if (point == Probe.Point.POLLED && polls.incrementAndGet() == 2) {
                try {
                    Thread.sleep(impatient.maxPollInterval().multipliedBy(3));
                } catch (InterruptedException stopped) {
                    throw new IllegalStateException(stopped);
                }
            }
        };
        try (ScoringRuntime first = bench.runtime(impatient, store, stuck);
                ScoringRuntime second = bench.runtime(impatient, store, Probe.NONE)) {
            first.start();
            bench.send(frames.subList(0, 100));
            ScoringBench.await(() -> polls.get() > 0);
            bench.send(frames.subList(100, 200));
            ScoringBench.await(() -> polls.get() > 1);
            second.start();
            ScoringBench.await(() -> second.snapshot().gauges().partitions() == 4);
            bench.send(frames.subList(200, frames.size()));
            bench.awaitDone(second);
            ScoringBench.await(() -> first.snapshot().gauges().partitions() == 2); // it has come back
        }
        bench.assertEverythingStored(frames, store);
        ScoringBench.assertSame(store.judged(), ScoringBench.expected(frames));
    }

    @Test
    void answers_for_a_scorer_that_fails() throws Exception {
        List<Frame> frames = plant("SICK-", 3, 4, 20);
        MemoryStore store = new MemoryStore();
        WindowScorer sick = windows -> {
            throw new IllegalStateException("no model today");
        };
        try (ScoringRuntime runtime = bench.runtime(store, sick)) {
            runtime.start();
            bench.send(frames);
            bench.awaitDone(runtime);
            assertThat(runtime.snapshot().totals().scorerFailures())
                    .isEqualTo(runtime.snapshot().totals().windows());
        }
        bench.assertEverythingStored(frames, store);
        assertThat(store.judged().values())
                .isNotEmpty()
                .allSatisfy(judged -> assertThat(judged)
                        .isInstanceOfSatisfying(
                                Assessment.NotAssessable.class,
                                not -> assertThat(not.reason()).isEqualTo(Assessment.Reason.SCORER_FAILED)));
    }

    @Test
    void takes_answers_to_other_windows_for_a_failure() throws Exception {
        List<Frame> frames = plant("MIXED-", 3, 4, 20);
        MemoryStore store = new MemoryStore();
        WindowScorer confused = windows -> new ChecksumScorer().assess(windows).reversed();
        try (ScoringRuntime runtime = bench.runtime(store, confused)) {
            runtime.start();
            bench.send(frames);
            bench.awaitDone(runtime);
            assertThat(runtime.snapshot().totals().scorerFailures()).isPositive();
        }
    }

    @Test
    void can_be_closed_without_having_been_started_and_started_only_once() throws Exception {
        ScoringRuntime runtime = bench.runtime(new MemoryStore(), Probe.NONE);
        assertThat(runtime.state()).isEqualTo(State.NEW);
        runtime.close();
        assertThat(runtime.state()).isEqualTo(State.STOPPED);
        assertThatThrownBy(runtime::start).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @EnumSource
    void loses_and_changes_nothing_when_it_crashes_at(Probe.Point point) throws Exception {
        String prefix = point + "-";
        List<Frame> frames = plant(prefix, 8, 60, 5);
        MemoryStore store = new MemoryStore();
        AtomicInteger passes = new AtomicInteger();
        Probe crash = reached -> {
            if (reached == point && passes.incrementAndGet() == 3) {
                throw new IllegalStateException("the test crashes at " + point);
            }
        };
        ScoringConfig hasty = bench.hasty(bench.freshGroup());
        ScoringRuntime first = bench.runtime(hasty, store, crash);
        first.start();
        for (int from = 0; first.state() != State.FAILED; from = Math.min(from + 40, frames.size() - 40)) {
            bench.send(frames.subList(from, from + 40)); // goes on with copies until it has crashed
            Thread.sleep(20);
        }
        first.close();
        bench.send(frames);
        try (ScoringRuntime second = bench.runtime(hasty, store, Probe.NONE)) {
            second.start();
            bench.awaitDone(second);
        }
        bench.assertEverythingStored(frames, store);
        ScoringBench.assertSame(store.judged(), ScoringBench.expected(frames));
        ScoringBench.assertSame(bench.published(prefix), ScoringBench.expected(frames));
    }

    @Test
    void goes_on_after_an_orderly_stop_with_the_windows_it_had() throws Exception {
        List<Frame> frames = plant("STOP-", 8, 60, 5);
        MemoryStore store = new MemoryStore();
        try (ScoringRuntime first = bench.runtime(store, Probe.NONE)) {
            first.start();
            bench.send(frames.subList(0, 250));
            bench.awaitDone(first);
        }
        bench.send(frames.subList(250, frames.size()));
        try (ScoringRuntime second = bench.successor(store, Probe.NONE)) {
            second.start();
            bench.awaitDone(second);
            assertThat(second.snapshot().totals().records()).isEqualTo(frames.size() - 250);
            assertThat(second.snapshot().totals().rebuiltRecords()).isPositive();
        }
        bench.assertEverythingStored(frames, store);
        ScoringBench.assertSame(store.judged(), ScoringBench.expected(frames));
    }

    @Test
    void shares_the_work_and_takes_over_from_a_member_that_leaves_and_one_that_crashes() throws Exception {
        List<Frame> frames = plant("TEAM-", 12, 90, 5);
        int third = frames.size() / 3;
        MemoryStore store = new MemoryStore();
        try (ScoringRuntime steady = bench.runtime(store, Probe.NONE)) {
            steady.start();
            try (ScoringRuntime leaver = bench.successor(store, Probe.NONE)) {
                leaver.start();
                ScoringBench.await(() -> leaver.snapshot().gauges().partitions() == 2
                        && steady.snapshot().gauges().partitions() == 2);
                bench.send(frames.subList(0, third));
            }
            ScoringRuntime crasher = bench.successor(store, Probe.NONE);
            crasher.start();
            ScoringBench.await(() -> crasher.snapshot().gauges().partitions() == 2);
            bench.send(frames.subList(third, 2 * third));
            crasher.abandon();
            bench.send(frames.subList(2 * third, frames.size()));
            bench.awaitDone(steady);
        }
        bench.assertEverythingStored(frames, store);
        ScoringBench.assertSame(store.judged(), ScoringBench.expected(frames));
    }

    @Test
    void rests_while_the_store_is_away_and_catches_up() throws Exception {
        List<Frame> frames = plant("AWAY-", 10, 200, 5);
        MemoryStore store = new MemoryStore();
        ScoringConfig small = bench.small(bench.freshGroup());
        try (ScoringRuntime runtime = bench.runtime(small, store, Probe.NONE)) {
            runtime.start();
            bench.send(frames.subList(0, 400));
            store.away = true;
            bench.send(frames.subList(400, frames.size()));
            ScoringBench.await(() -> runtime.state() == State.PAUSED);
            Thread.sleep(2_000); // an outage, not a wait for something
            assertThat(runtime.snapshot().totals().storeRetries()).isPositive();
            store.away = false;
            bench.awaitDone(runtime);
            assertThat(runtime.snapshot().totals().pauses()).isPositive();
            assertThat(runtime.snapshot().totals().rejectedRecords()).isEmpty();
        }
        bench.assertEverythingStored(frames, store);
        ScoringBench.assertSame(store.judged(), ScoringBench.expected(frames));
    }

    @Test
    void rests_while_a_flood_of_old_rows_waits_to_be_assessed_again() throws Exception {
        AssetId asset = new AssetId("FLOOD-0");
        int rows = 4_000;
        int parts = 30; // 12,000 windows; at half of 12,800 a pause does not end, and each frame is one for the store
        long start = ScoringBench.recently(rows * parts + 3_600);
        List<Frame> frames = new ArrayList<>();
        frames.add(Readings.frame(asset, schema, ScoringBench.recently(60), 1));
        for (int part = 0; part < parts; part++) {
            frames.add(Readings.frame(asset, schema, start + (long) part * rows * Readings.SECOND, rows));
        }
        MemoryStore store = new MemoryStore();
        store.hiding = true;
        try (ScoringRuntime runtime = bench.runtime(bench.small(bench.freshGroup()), store, Probe.NONE)) {
            runtime.start();
            bench.send(frames);
            ScoringBench.await(() -> runtime.state() == State.PAUSED
                    && runtime.snapshot().totals().storedRows() > 50_000
                    && runtime.snapshot().gauges().waitingValues() == 0);
            assertThat(runtime.snapshot().totals().storedRows()).isLessThan(rows * parts);
            store.hiding = false;
            bench.awaitDone(runtime);
        }
        bench.assertEverythingStored(frames, store);
    }

    @Test
    void puts_together_rows_that_come_in_parts() throws Exception {
        List<Frame> whole = plant("PART-", 3, 12, 10);
        List<Frame> sent = new ArrayList<>();
        for (Frame frame : whole) {
            sent.add(only(frame, 0, 1));
            sent.add(only(frame, 2, 3));
        }
        MemoryStore store = new MemoryStore();
        try (ScoringRuntime runtime = bench.runtime(store, Probe.NONE)) {
            runtime.start();
            bench.send(sent);
            bench.awaitDone(runtime);
        }
        bench.assertEverythingStored(whole, store);
        ScoringBench.assertSame(store.judged(), ScoringBench.expected(whole));
    }

    /** Returns the frame with these channels said and the others not. */
    private static Frame only(Frame frame, int first, int last) {
        int width = frame.schema().width();
        double[] values = new double[frame.rows() * width];
        long[] times = new long[frame.rows()];
        for (int i = 0; i < values.length; i++) {
            times[i / width] = frame.time(i / width);
            boolean said = first <= i % width && i % width <= last;
            values[i] = said ? frame.value(i / width, i % width) : Double.NaN;
        }
        return Frame.good(frame.asset(), frame.schema(), times, values);
    }

    @Test
    void follows_a_slow_store_at_its_pace() throws Exception {
        List<Frame> frames = plant("SLOW-", 10, 100, 5);
        MemoryStore store = new MemoryStore();
        store.delayMillis = 200;
        try (ScoringRuntime runtime = bench.runtime(bench.small(bench.freshGroup()), store, Probe.NONE)) {
            runtime.start();
            bench.send(frames);
            bench.awaitDone(runtime);
        }
        bench.assertEverythingStored(frames, store);
        ScoringBench.assertSame(store.judged(), ScoringBench.expected(frames));
    }

    @Test
    void goes_on_when_the_broker_has_been_away() throws Exception {
        List<Frame> frames = plant("BROKER-", 5, 60, 5);
        MemoryStore store = new MemoryStore();
        try (ScoringRuntime runtime = bench.runtime(store, Probe.NONE)) {
            runtime.start();
            bench.send(frames.subList(0, 100));
            bench.stack.stop(ServerName.KAFKA);
            Thread.sleep(2_000); // an outage, not a wait for something
            bench.stack.start(ServerName.KAFKA);
            bench.send(frames.subList(100, frames.size()));
            bench.awaitDone(runtime);
        }
        bench.assertEverythingStored(frames, store);
        ScoringBench.assertSame(store.judged(), ScoringBench.expected(frames));
    }
}
