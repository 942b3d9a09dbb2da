package org.industrialmind.serving.backtest;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.industrialmind.learning.anomaly.EpisodeRule;
import org.industrialmind.learning.backtest.BacktestOrder;
import org.industrialmind.serving.web.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/**
 * The backtests of this platform: one runs at a time, at most {@value #MOST_WAITING} wait, all are kept with what they
 * found. One at a time, because a replay takes the processor that live windows are judged with. What a stop interrupts is
 * marked as failed by the next start; running it again gives the same result.
 */
public final class Backtests implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Backtests.class);
    private static final int MOST_WAITING = 16;

    private final BacktestRows rows;
    private final EpisodeRule armed;
    private final BacktestRunner runner;
    private final InstantSource clock;
    private final ThreadPoolExecutor executor;

    /**
     * Takes a database whose schema {@code serving} is up to date.
     *
     * @param armed the rule by which alarms are raised today
     */
    public Backtests(DataSource database, EpisodeRule armed, BacktestRunner runner, InstantSource clock) {
        this.rows = new BacktestRows(database);
        this.armed = armed;
        this.runner = runner;
        this.clock = clock;
        this.executor = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                Thread.ofPlatform().name("backtest").daemon().factory());
        rows.abandon("the platform was stopped before this was done; next: ask for it again");
    }

    /**
     * Queues a backtest and returns it as it stands.
     *
     * @throws Problem if a field is missing, or too many wait already
     * @throws IllegalArgumentException if a value is out of its range
     */
    BacktestView submit(BacktestBody asked, String by) {
        BacktestOrder order = asked.order(armed);
        UUID id = UUID.randomUUID();
        rows.insert(id, clock.instant().truncatedTo(ChronoUnit.MICROS), by, asked);
        try {
            executor.execute(() -> run(id, order));
        } catch (RejectedExecutionException full) {
            rows.failed(id, "too many backtests were waiting");
            throw new Problem(
                    HttpStatus.TOO_MANY_REQUESTS,
                    MOST_WAITING + " backtests are waiting already",
                    "try again when some of them are done",
                    full);
        }
        return find(id).orElseThrow();
    }

    private void run(UUID id, BacktestOrder order) {
        try {
            rows.running(id);
            BacktestResult result = BacktestResult.of(runner.run(order));
            rows.done(id, result);
        } catch (IllegalArgumentException cannotBeRun) {
            rows.failed(id, String.valueOf(cannotBeRun.getMessage()));
        } catch (RuntimeException failure) {
            LOG.warn("event=backtest-failed id={} model=\"{}\"", id, order.model(), failure);
            rows.failed(id, "the replay broke off; the platform's log says how; next: ask for it again");
        }
    }

    List<BacktestView> newest(int limit) {
        return rows.newest(limit);
    }

    Optional<BacktestView> find(UUID id) {
        return rows.find(id);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
