package org.industrialmind.app.bench;

import java.nio.file.Path;
import java.util.Optional;
import org.industrialmind.app.platform.LocalServers;
import org.industrialmind.app.platform.Stores;
import org.industrialmind.telemetry.store.SampleStore;
import org.industrialmind.telemetry.wire.KafkaSettings;
import org.industrialmind.telemetry.wire.Topics;

/** The servers that a reading passes through, started for a benchmark: log and store, without the graph. */
record BenchServers(LocalServers local, KafkaSettings kafka, SampleStore store) implements AutoCloseable {
    static BenchServers open(Path folder) throws InterruptedException {
        var elsewhere = new LocalServers.Elsewhere(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true);
        LocalServers local = LocalServers.open(folder, elsewhere, server -> {});
        try {
            KafkaSettings kafka = local.servers().kafka();
            Topics.create(kafka);
            return new BenchServers(local, kafka, Stores.open(local.servers().store()));
        } catch (RuntimeException failure) {
            local.close();
            throw failure;
        }
    }

    @Override
    public void close() {
        store.close();
        local.close();
    }
}
