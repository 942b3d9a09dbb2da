package org.industrialmind.torch.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class EngineTest {
    /** Has done its work before anyone can ask whether it is done. */
    private static final class AtOnce extends AbstractExecutorService {
        @Override
        public void execute(Runnable command) {
            command.run();
        }

        @Override
        public void shutdown() {}

        @Override
        public List<Runnable> shutdownNow() {
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return false;
        }
    }

    @Test
    void work_that_failed_before_anyone_asked_has_failed_all_the_same() {
        IllegalStateException failure = new IllegalStateException("no memory was given back");
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            for (ExecutorService each : List.of(other, new AtOnce())) {
                assertThatThrownBy(() -> Engine.finish(each, () -> {
                            throw failure;
                        }))
                        .isSameAs(failure);
            }
        }
    }

    @Test
    void nothing_is_done_once_no_more_work_is_taken() {
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService stopped = Executors.newSingleThreadExecutor();
        stopped.shutdown();
        Engine.finish(stopped, () -> done.set(true));
        assertThat(done).isFalse();
    }

    @Test
    void who_is_interrupted_waits_all_the_same_and_stays_interrupted() {
        AtomicBoolean done = new AtomicBoolean();
        Thread waiting = Thread.currentThread();
        try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
            waiting.interrupt();
            Engine.finish(executor, () -> {
                done.set(true);
            });
            assertThat(done).isTrue();
            assertThat(Thread.interrupted()).isTrue(); // and no longer, for the tests to come
        }
    }
}
