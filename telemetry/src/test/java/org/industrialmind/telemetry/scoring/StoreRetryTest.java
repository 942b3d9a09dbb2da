package org.industrialmind.telemetry.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.industrialmind.telemetry.store.StoreUnavailableException;
import org.junit.jupiter.api.Test;

class StoreRetryTest {
    private final ScoringCounters counters = new ScoringCounters();
    private final StoreRetry retry = new StoreRetry(counters);
    private final AtomicInteger tries = new AtomicInteger();

    @Test
    void tries_until_the_store_is_back() throws InterruptedException {
        assertThat(retry.attempt(() -> {
                    if (tries.incrementAndGet() < 4) {
                        throw new StoreUnavailableException("not yet");
                    }
                }))
                .isEmpty();
        assertThat(tries).hasValue(4);
        assertThat(counters.totals().storeRetries()).isEqualTo(3);
    }

    @Test
    void does_not_try_again_what_can_never_be() throws InterruptedException {
        IllegalArgumentException never = new IllegalArgumentException("no such channel");
        assertThat(retry.attempt(() -> {
                    tries.incrementAndGet();
                    throw never;
                }))
                .contains(never);
        assertThat(tries).hasValue(1);
    }

    @Test
    void gives_an_error_that_nobody_knows_five_tries() throws InterruptedException {
        assertThat(retry.attempt(() -> {
                    tries.incrementAndGet();
                    throw new IllegalStateException("what is this");
                }))
                .isPresent();
        assertThat(tries).hasValue(5);
    }

    @Test
    void ends_waiting_when_it_is_closed() {
        retry.close();
        assertThatThrownBy(() -> retry.attempt(() -> {
                    throw new StoreUnavailableException("away");
                }))
                .isInstanceOf(InterruptedException.class);
    }
}
