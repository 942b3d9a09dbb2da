package org.industrialmind.telemetry.store;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class QuestDbSampleStoreIT extends SampleStoreContract {
    private LocalQuestDb server;
    private SampleStore store;

    @BeforeAll
    void open(@TempDir Path folder) {
        server = new LocalQuestDb(folder).start();
        store = new QuestDbSampleStore(server.config());
    }

    @AfterAll
    void close() {
        store.close();
        server.close();
    }

    @Override
    protected SampleStore store() {
        return store;
    }

    @Override
    protected void stopDatabase() {
        server.stop();
    }

    @Override
    protected void startDatabase() {
        server.start();
    }
}
