package org.industrialmind.telemetry.store;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class InfluxSampleStoreIT extends SampleStoreContract {
    private Optional<LocalInfluxDb> server = Optional.empty();
    private Optional<SampleStore> store = Optional.empty();

    @BeforeAll
    void open(@TempDir Path folder) {
        Optional<Path> program = LocalInfluxDb.program();
        assumeTrue(
                program.isPresent(),
                "SKIPPED: InfluxSampleStore was not checked, as no program 'influxd' is on the PATH (Debian: influxdb)");
        LocalInfluxDb running = new LocalInfluxDb(program.get(), folder).start();
        server = Optional.of(running);
        store = Optional.of(new InfluxSampleStore(InfluxConfig.at(running.url(), "industrialmind")));
    }

    @AfterAll
    void close() {
        store.ifPresent(SampleStore::close);
        server.ifPresent(LocalInfluxDb::close);
    }

    @Override
    protected SampleStore store() {
        return store.orElseThrow();
    }

    @Override
    protected void stopDatabase() {
        server.orElseThrow().stop();
    }

    @Override
    protected void startDatabase() {
        server.orElseThrow().start();
    }
}
