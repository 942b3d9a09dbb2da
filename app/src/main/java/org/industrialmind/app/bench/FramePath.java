package org.industrialmind.app.bench;

import java.util.concurrent.CompletableFuture;
import org.industrialmind.signal.Frame;
import org.industrialmind.telemetry.scoring.ScoringConfig;
import org.industrialmind.telemetry.scoring.ScoringRuntime;
import org.industrialmind.telemetry.scoring.ScoringSnapshot;
import org.industrialmind.telemetry.scoring.WindowScorer;
import org.industrialmind.telemetry.store.SampleStore;
import org.industrialmind.telemetry.wire.FrameProducer;
import org.industrialmind.telemetry.wire.KafkaSettings;
import org.industrialmind.telemetry.wire.SchemaCatalogue;

/** The way that the platform itself uses: binary frames on the log, and the scoring runtime with its house settings. */
final class FramePath implements IngestPath {
    private final SchemaCatalogue schemas;
    private final FrameProducer producer;
    private final ScoringRuntime runtime;

    FramePath(KafkaSettings kafka, SampleStore store, WindowScorer scorer) {
        schemas = new SchemaCatalogue(kafka);
        producer = new FrameProducer(kafka, schemas);
        runtime = new ScoringRuntime(
                ScoringConfig.defaults().withWindows(Fleet.WINDOW, Fleet.STRIDE), kafka, schemas, store, scorer);
        runtime.start();
    }

    @Override
    public CompletableFuture<Void> send(Frame frame) {
        return producer.accept(frame);
    }

    @Override
    public long storedRows() {
        return snapshot().totals().storedRows();
    }

    @Override
    public long assessedWindows() {
        ScoringSnapshot.Totals totals = snapshot().totals();
        return totals.normal() + totals.abnormal();
    }

    @Override
    public boolean settled() {
        ScoringSnapshot.Gauges gauges = snapshot().gauges();
        return gauges.openRecords() == 0 && gauges.lagRecords() == 0;
    }

    ScoringSnapshot snapshot() {
        runtime.failure().ifPresent(cause -> {
            throw new IllegalStateException(
                    "the scoring runtime has failed: " + cause + "; next: look into the log above", cause);
        });
        return runtime.snapshot();
    }

    @Override
    public void close() {
        runtime.close();
        producer.close();
        schemas.close();
    }
}
