package org.industrialmind.telemetry.scoring;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.Window;
import org.industrialmind.telemetry.store.SampleStore;
import org.industrialmind.telemetry.wire.DeadLetters.Source;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cuts windows again whose rows came too late for memory, from the rows in the store, on a thread of its own, and has
 * them scored.
 *
 * <p>They queue behind the live windows, so that the new assessment replaces the old one and not the other way round. It
 * goes to the store and nowhere else: what happened last week must not raise an alarm today. Requests for the same
 * windows are gathered, so that a flood of old readings is worked off in runs.
 */
final class HistoricalRescoring implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HistoricalRescoring.class);
    private static final Duration VISIBLE_WITHIN = Duration.ofSeconds(30);
    private static final int RUN = 256; // windows cut from one read of the store
    private static final int PAGE = 10_000; // rows in one answer of the store
    private static final long PAUSE_MILLIS = 10;
    private static final int PATIENCE = 25; // times as many windows may wait as for the scorer: days of an asset, 8 MB

    /** Windows that a row was too late for, by their first and last end in slots. */
    record Late(AssetId asset, FrameSchema schema, long firstEnd, long lastEnd, Source source) {
        /** Returns whether windows that begin to end there go on where these stop, or earlier. */
        boolean touches(long end, int stride) {
            return firstEnd <= end && end <= lastEnd + stride;
        }
    }

    private record Key(AssetId asset, FrameSchema schema) {}

    private static final class Wanted {
        final TreeSet<Long> ends = new TreeSet<>();
        final List<OffsetLedger.Entry> entries = new ArrayList<>();
        final Source source;

        Wanted(Source source) {
            this.source = source;
        }
    }

    private final SampleStore store;
    private final ScoringConfig config;
    private final ScoringCounters counters;
    private final BlockingQueue<MicroBatcher.Due> scorer;
    private final StoreRetry retry;
    private final Stage stage;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition requested = lock.newCondition();
    private final Map<Key, Wanted> wanted = new HashMap<>();
    private volatile int waiting; // written under the lock

    HistoricalRescoring(
            SampleStore store,
            ScoringConfig config,
            ScoringCounters counters,
            BlockingQueue<MicroBatcher.Due> scorer,
            Consumer<Throwable> failure) {
        this.store = store;
        this.config = config;
        this.counters = counters;
        this.scorer = scorer;
        retry = new StoreRetry(counters);
        stage = new Stage("historical-rescoring", this::next, failure);
    }

    void start() {
        stage.start();
    }

    /** Takes windows to assess again, whose rows are in the store; an effect of the entry is opened, and settled then. */
    void request(Late late, OffsetLedger.Entry entry) {
        entry.expect();
        lock.lock();
        try {
            Wanted some = wanted.computeIfAbsent(new Key(late.asset(), late.schema()), _ -> new Wanted(late.source()));
            int before = some.ends.size();
            for (long end = late.firstEnd(); end <= late.lastEnd(); end += config.stride()) {
                some.ends.add(end);
            }
            some.entries.add(entry);
            waiting += some.ends.size() - before + 1; // the entry waits too
            requested.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Returns how full the queue is; 1 is its bound. */
    double fill() {
        return (double) waiting / (PATIENCE * config.windowQueue());
    }

    private void next() throws InterruptedException {
        Key key;
        Wanted some;
        lock.lockInterruptibly();
        try {
            while (wanted.isEmpty()) {
                requested.await();
            }
            key = wanted.keySet().iterator().next();
            some = Optional.ofNullable(wanted.remove(key)).orElseThrow();
        } finally {
            lock.unlock();
        }
        rescore(key, some);
        some.entries.forEach(OffsetLedger.Entry::settle);
        lock.lock();
        try {
            waiting -= some.ends.size() + some.entries.size();
        } finally {
            lock.unlock();
        }
    }

    private void rescore(Key key, Wanted some) throws InterruptedException {
        Optional<RuntimeException> refused = retry.attempt(() -> store.awaitVisible(VISIBLE_WITHIN));
        TreeSet<Long> left = new TreeSet<>(some.ends);
        while (!left.isEmpty() && refused.isEmpty()) {
            TreeSet<Long> run = new TreeSet<>(left.headSet(left.first() + (long) RUN * config.stride()));
            List<Window> windows = new ArrayList<>();
            refused = retry.attempt(() -> {
                windows.clear();
                windows.addAll(windows(key, run));
            });
            handOn(windows, some);
            left.removeAll(run);
        }
        refused.ifPresent(cause -> LOG.error(
                "event=not-rescored asset={} windows={} next=\"the old assessments stay\"",
                key.asset(),
                some.ends.size(),
                cause));
    }

    private void handOn(List<Window> windows, Wanted some) throws InterruptedException {
        OffsetLedger.Entry oldest = some.entries.getFirst(); // the commit waits for it, so the others need not wait
        for (Window window : windows) {
            // the live windows go first, and these alone never keep reading from resuming
            while (scorer.size() > config.windowQueue() / 4) {
                Thread.sleep(PAUSE_MILLIS);
            }
            oldest.expect();
            counters.rescoredWindows.increment();
            scorer.add(new MicroBatcher.Due(window, oldest, some.source, false));
        }
    }

    /** Reads the rows of these windows and cuts them as the live path would have, had all rows come in time. */
    private List<Window> windows(Key key, TreeSet<Long> ends) {
        long period = key.schema().periodNanos();
        long to = ends.last() * period;
        long from = (ends.first() - config.windowLength()) * period;
        List<Window> windows = new ArrayList<>();
        DueSink sink = new DueSink() {
            @Override
            public void due(Window window, boolean revision) {
                if (ends.contains(window.endNanos() / period)) {
                    windows.add(window);
                }
            }

            @Override
            public void historical(AssetId asset, FrameSchema schema, long firstEnd, long lastEnd) {
                throw new IllegalStateException("the store gave rows of " + asset + " out of order");
            }
        };
        AssetWindows grid = new AssetWindows(key.asset(), key.schema(), config);
        int rows = PAGE;
        while (rows == PAGE) {
            rows = 0;
            for (Frame frame : store.range(key.asset(), key.schema(), from, to, PAGE)) {
                grid.append(frame, 0, sink);
                rows += frame.rows();
                from = frame.time(frame.rows() - 1) + 1;
            }
        }
        grid.reach(ends.last(), sink);
        return windows;
    }

    /** Begins nothing more, without waiting for what is under way. */
    void halt() {
        stage.halt();
    }

    /** Stops; what has not been cut stays unsettled. */
    @Override
    public void close() {
        retry.close();
        stage.close(config.drainTimeout());
    }
}
