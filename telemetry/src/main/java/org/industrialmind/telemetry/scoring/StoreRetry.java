package org.industrialmind.telemetry.scoring;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.industrialmind.telemetry.store.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries a write until the store takes it or refuses it for good.
 *
 * <p>A store that is away is tried for as long as it takes, at growing intervals with jitter, so that many runtimes do
 * not come back in step. An error that says neither "later" nor "never" gets a few tries and then counts as never.
 */
final class StoreRetry {
    private static final Logger LOG = LoggerFactory.getLogger(StoreRetry.class);
    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;
    private static final int TRIES_FOR_UNKNOWN = 5;

    private final ScoringCounters counters;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final SplittableRandom random = new SplittableRandom();

    StoreRetry(ScoringCounters counters) {
        this.counters = counters;
    }

    /**
     * Returns empty when the write is done, or the reason for which it never will be.
     *
     * @throws InterruptedException if this was closed while the store was away
     */
    Optional<RuntimeException> attempt(Runnable write) throws InterruptedException {
        int unknown = 0;
        for (int failed = 0; ; failed++) {
            try {
                write.run();
                if (failed > 0) {
                    LOG.info("event=store-back failed={}", failed);
                }
                return Optional.empty();
            } catch (StoreUnavailableException away) {
                rest(failed, away);
            } catch (IllegalArgumentException never) {
                return Optional.of(never);
            } catch (RuntimeException unclear) {
                if (++unknown >= TRIES_FOR_UNKNOWN) {
                    return Optional.of(unclear);
                }
                rest(failed, unclear);
            }
        }
    }

    private void rest(int failed, RuntimeException cause) throws InterruptedException {
        counters.storeRetries.increment();
        if (failed == 0) {
            LOG.warn(
                    "event=store-away next=\"retrying, reading pauses when the queue is full\" cause=\"{}\"",
                    cause.toString());
        }
        long pause = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(failed, 10));
        long jittered = pause / 2 + random.nextLong(pause / 2 + 1);
        if (closed.await(jittered, TimeUnit.MILLISECONDS)) {
            throw new InterruptedException("closed while the store was away");
        }
    }

    void close() {
        closed.countDown();
    }
}
