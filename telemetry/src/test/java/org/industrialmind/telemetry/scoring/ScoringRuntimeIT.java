package org.industrialmind.telemetry.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.telemetry.wire.Readings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    @Test
    void stores_every_row_and_assesses_every_window() throws Exception {
        long start = ScoringBench.recently(600);
        List<Frame> frames = new ArrayList<>();
        for (int asset = 0; asset < 20; asset++) {
            for (int part = 0; part < 15; part++) {
                frames.add(
                        Readings.frame(new AssetId("E2E-" + asset), schema, start + part * 20 * Readings.SECOND, 20));
            }
        }
        MemoryStore store = new MemoryStore();
        try (ScoringRuntime runtime = bench.runtime(store, Probe.NONE)) {
            runtime.start();
            bench.send(frames);
            bench.awaitDone(runtime);
            assertThat(runtime.snapshot().totals().rows()).isEqualTo(20 * 300);
        }
        bench.assertEverythingStored(frames, store);
        assertThat(store.judged()).isEqualTo(ScoringBench.expected(frames));
    }
}
