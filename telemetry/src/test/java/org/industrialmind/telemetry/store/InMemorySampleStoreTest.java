package org.industrialmind.telemetry.store;

import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class InMemorySampleStoreTest extends SampleStoreContract {
    private final InMemorySampleStore store = new InMemorySampleStore();

    @Override
    protected SampleStore store() {
        return store;
    }

    @Override
    protected void stopDatabase() {
        store.goAway();
    }

    @Override
    protected void startDatabase() {
        store.comeBack();
    }
}
