package org.industrialmind.telemetry.scoring;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.industrialmind.signal.Assessment;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.telemetry.scoring.ScoringSnapshot.State;
import org.industrialmind.telemetry.store.LocalQuestDb;
import org.industrialmind.telemetry.store.QuestDbSampleStore;
import org.industrialmind.telemetry.store.SampleStore;
import org.industrialmind.telemetry.wire.Readings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way on real servers: the log, the runtime, the database. */
class ScoringOnQuestDbIT {
    private static final int ASSETS = 6;

    private final FrameSchema schema = Readings.schema("pump", 8, FrameSchema.Precision.SINGLE);

    @Test
    void keeps_everything_through_a_crash_and_a_stop_of_the_database(@TempDir Path log, @TempDir Path database)
            throws Exception {
        List<Frame> frames = new ArrayList<>();
        long start = ScoringBench.recently(600);
        for (int part = 0; part < 60; part++) {
            for (int asset = 0; asset < ASSETS; asset++) {
                frames.add(Readings.frame(new AssetId("Q-" + asset), schema, start + part * 10 * Readings.SECOND, 10));
            }
        }
        AtomicInteger stored = new AtomicInteger();
        Probe crash = point -> {
            if (point == Probe.Point.STORED && stored.incrementAndGet() == 2) {
                throw new IllegalStateException("the test crashes after the second write");
            }
        };
        try (LocalQuestDb server = new LocalQuestDb(database).start();
                ScoringBench bench = new ScoringBench(log);
                SampleStore store = new QuestDbSampleStore(server.config())) {
            ScoringConfig hasty = bench.hasty(bench.freshGroup());
            ScoringRuntime first = bench.runtime(hasty, store, crash);
            first.start();
            bench.send(frames.subList(0, 120));
            ScoringBench.await(() -> first.state() == State.FAILED);
            first.close();
            try (ScoringRuntime second = bench.runtime(hasty, store, Probe.NONE)) {
                second.start();
                bench.send(frames.subList(120, 200));
                server.stop();
                bench.send(frames.subList(200, 300));
                Thread.sleep(2_000); // an outage, not a wait for something
                server.start();
                bench.send(frames.subList(300, frames.size()));
                bench.awaitDone(second);
            }
            store.awaitVisible(Duration.ofSeconds(30));
            bench.assertEverythingStored(frames, store);
            ScoringBench.assertSame(judged(store), ScoringBench.expected(frames));
            ScoringBench.assertSame(bench.published("Q-"), ScoringBench.expected(frames));
        }
    }

    private static Map<String, Assessment> judged(SampleStore store) {
        Map<String, Assessment> all = new TreeMap<>();
        for (int asset = 0; asset < ASSETS; asset++) {
            for (Assessment each : store.assessments(new AssetId("Q-" + asset), 0, ScoringBench.YEAR_2100, 10_000)) {
                all.put(each.asset() + "@" + each.windowEndNanos(), each);
            }
        }
        return all;
    }
}
