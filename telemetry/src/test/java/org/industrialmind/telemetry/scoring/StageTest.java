package org.industrialmind.telemetry.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StageTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final CompletableFuture<Throwable> failure = new CompletableFuture<>();

    @Test
    void works_until_it_is_closed() throws Exception {
        CountDownLatch turns = new CountDownLatch(3);
        Stage stage = new Stage("test", turns::countDown, failure::complete);
        stage.start();
        assertThat(turns.await(10, TimeUnit.SECONDS)).isTrue();
        stage.close(PATIENCE);
        assertThat(stage.closed()).isTrue();
        assertThat(failure).isNotDone();
    }

    @Test
    void reports_what_goes_wrong_and_ends() throws Exception {
        AtomicInteger turns = new AtomicInteger();
        Stage stage = new Stage(
                "test",
                () -> {
                    turns.incrementAndGet();
                    throw new IllegalStateException("wrong");
                },
                failure::complete);
        stage.start();
        assertThat(failure.get(10, TimeUnit.SECONDS)).hasMessage("wrong");
        stage.close(PATIENCE);
        assertThat(turns).hasValue(1);
    }

    @Test
    void is_interrupted_by_closing_and_says_nothing() throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        AtomicReference<@Nullable Throwable> seen = new AtomicReference<>();
        Stage stage = new Stage(
                "test",
                () -> {
                    waiting.countDown();
                    Thread.sleep(PATIENCE.multipliedBy(10));
                },
                seen::set);
        stage.start();
        assertThat(waiting.await(10, TimeUnit.SECONDS)).isTrue();
        stage.close(PATIENCE);
        assertThat(seen).hasNullValue();
    }

    @Test
    void may_be_closed_before_it_was_started() {
        Stage stage = new Stage("test", () -> {}, failure::complete);
        stage.close(PATIENCE);
        assertThat(stage.closed()).isTrue();
    }
}
