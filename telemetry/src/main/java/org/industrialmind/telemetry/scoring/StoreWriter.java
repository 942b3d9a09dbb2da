package org.industrialmind.telemetry.scoring;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.industrialmind.signal.Assessment;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.telemetry.store.SampleStore;
import org.industrialmind.telemetry.wire.AssessmentCodec;
import org.industrialmind.telemetry.wire.DeadLetters.Source;
import org.industrialmind.telemetry.wire.FrameCodec;
import org.industrialmind.telemetry.wire.Rejection;

/**
 * Writes rows and assessments to the store in large batches, in the order in which they came, on a thread of its own,
 * and settles each when the store has it. A row that comes in parts is whole there ({@link PartialRows}).
 *
 * <p>While the store is away nothing moves here: the queue fills, reading pauses, the log keeps what comes. A batch that
 * the store refuses for good is halved until the culprit stands alone, and that one becomes a dead letter.
 */
final class StoreWriter implements AutoCloseable {
    /** Something to write: rows or a judgement, and what waits for it. */
    private sealed interface Item {
        OffsetLedger.Entry entry();

        Source source();

        int weight();

        /** @param late the windows to assess again from the store once the rows are there */
        record Rows(Frame frame, OffsetLedger.Entry entry, Source source, List<HistoricalRescoring.Late> late)
                implements Item {
            @Override
            public int weight() {
                return frame.rows() * frame.schema().width();
            }
        }

        record Judgement(Assessment assessment, OffsetLedger.Entry entry, Source source) implements Item {
            @Override
            public int weight() {
                return 8; // about as many bytes on the heap as so many values
            }
        }
    }

    private final SampleStore store;
    private final ScoringConfig config;
    private final ScoringCounters counters;
    private final Refusals refusals;
    private final HistoricalRescoring historical;
    private final Probe probe;
    private final InstantSource clock;
    private final StoreRetry retry;
    private final PartialRows parts;
    private final Stage stage;
    private final Set<Long> prepared = new HashSet<>();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Deque<Item.Rows> rows = new ArrayDeque<>();
    private final Deque<Item.Judgement> judgements = new ArrayDeque<>();
    private long waitingRows;
    private volatile long waitingValues; // written under the lock, read by gauges

    StoreWriter(
            SampleStore store,
            ScoringConfig config,
            ScoringCounters counters,
            Refusals refusals,
            HistoricalRescoring historical,
            Probe probe,
            InstantSource clock,
            Consumer<Throwable> failure) {
        this.store = store;
        this.config = config;
        this.counters = counters;
        this.refusals = refusals;
        this.historical = historical;
        this.probe = probe;
        this.clock = clock;
        retry = new StoreRetry(counters);
        parts = new PartialRows(store);
        stage = new Stage("store-writer", this::next, failure);
    }

    void start() {
        stage.start();
    }

    /** Takes rows to write; an effect of the entry must be open, and is settled when they are written. */
    void offer(Frame frame, OffsetLedger.Entry entry, Source source, List<HistoricalRescoring.Late> late) {
        Item.Rows item = new Item.Rows(frame, entry, source, late);
        lock.lock();
        try {
            rows.add(item);
            waitingRows += frame.rows();
            waitingValues += item.weight();
            arrived.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Takes an assessment to write; an effect of the entry must be open, and is settled when it is written. */
    void offer(Assessment assessment, OffsetLedger.Entry entry, Source source) {
        Item.Judgement item = new Item.Judgement(assessment, entry, source);
        lock.lock();
        try {
            judgements.add(item);
            waitingValues += item.weight();
            arrived.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Takes note that others may have written rows of assets that are this process's from now on. */
    void othersWrote() {
        parts.othersWrote();
    }

    long waitingValues() {
        return waitingValues;
    }

    /** Returns how full the queue is; 1 is its bound. */
    double fill() {
        return (double) waitingValues / config.storeQueueValues();
    }

    private void next() throws InterruptedException {
        List<Item.Rows> someRows = new ArrayList<>();
        List<Item.Judgement> someJudgements = new ArrayList<>();
        await(someRows, someJudgements);
        writeRows(someRows);
        writeJudgements(someJudgements);
        release(someRows, someJudgements);
    }

    private void await(List<Item.Rows> someRows, List<Item.Judgement> someJudgements) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (rows.isEmpty() && judgements.isEmpty()) {
                arrived.await();
            }
            long linger = config.storeLinger().toNanos();
            while (waitingRows < config.storeBatchRows() && linger > 0) {
                linger = arrived.awaitNanos(linger);
            }
            long taken = 0;
            while (!rows.isEmpty() && taken < config.storeBatchRows()) {
                taken += rows.element().frame().rows();
                someRows.add(rows.remove());
            }
            waitingRows -= taken;
            while (!judgements.isEmpty() && someJudgements.size() < config.storeBatchRows()) {
                someJudgements.add(judgements.remove());
            }
        } finally {
            lock.unlock();
        }
    }

    /** What is being written counts as waiting until it is written, so that a stuck store shows in the fill. */
    private void release(List<Item.Rows> someRows, List<Item.Judgement> someJudgements) {
        long written = someRows.stream().mapToLong(Item::weight).sum()
                + someJudgements.stream().mapToLong(Item::weight).sum();
        lock.lock();
        try {
            waitingValues -= written;
        } finally {
            lock.unlock();
        }
    }

    private void writeRows(List<Item.Rows> batch) throws InterruptedException {
        if (batch.isEmpty()) {
            return;
        }
        List<Frame> frames = batch.stream().map(Item.Rows::frame).toList();
        Optional<RuntimeException> refused = prepare(frames);
        if (refused.isEmpty()) {
            refused = retry.attempt(() -> store.write(parts.completed(frames)));
        }
        if (refused.isEmpty()) {
            settleRows(batch);
            return;
        }
        parts.forget(frames);
        if (batch.size() > 1) {
            writeRows(batch.subList(0, batch.size() / 2));
            writeRows(batch.subList(batch.size() / 2, batch.size()));
        } else {
            Item.Rows culprit = batch.getFirst();
            refuse(culprit, FrameCodec.encode(culprit.frame()), culprit.frame().rows(), refused.get());
        }
    }

    private Optional<RuntimeException> prepare(List<Frame> frames) throws InterruptedException {
        for (Frame frame : frames) {
            FrameSchema schema = frame.schema();
            if (!prepared.contains(schema.id())) {
                Optional<RuntimeException> refused = retry.attempt(() -> store.prepare(schema));
                if (refused.isPresent()) {
                    return refused;
                }
                prepared.add(schema.id());
            }
        }
        return Optional.empty();
    }

    private void settleRows(List<Item.Rows> batch) {
        probe.reached(Probe.Point.STORED);
        var now = clock.instant();
        for (Item.Rows item : batch) {
            Frame frame = item.frame();
            counters.storedRows.add(frame.rows());
            counters.storedAt(now, frame.time(frame.rows() - 1));
            item.late().forEach(late -> historical.request(late, item.entry()));
            item.entry().settle();
        }
    }

    private void writeJudgements(List<Item.Judgement> batch) throws InterruptedException {
        if (batch.isEmpty()) {
            return;
        }
        List<Assessment> assessments =
                batch.stream().map(Item.Judgement::assessment).toList();
        Optional<RuntimeException> refused = retry.attempt(() -> store.writeAssessments(assessments));
        if (refused.isEmpty()) {
            probe.reached(Probe.Point.ASSESSED);
            var now = clock.instant();
            for (Item.Judgement item : batch) {
                counters.assessedAt(now, item.assessment().windowEndNanos());
                item.entry().settle();
            }
        } else if (batch.size() > 1) {
            writeJudgements(batch.subList(0, batch.size() / 2));
            writeJudgements(batch.subList(batch.size() / 2, batch.size()));
        } else {
            Item.Judgement culprit = batch.getFirst();
            refuse(culprit, AssessmentCodec.encode(culprit.assessment()), 0, refused.get());
        }
    }

    private void refuse(Item culprit, byte[] value, int rowCount, RuntimeException cause) {
        byte[] key = switch (culprit) {
            case Item.Rows item -> item.frame().asset().value().getBytes(StandardCharsets.UTF_8);
            case Item.Judgement item -> item.assessment().asset().value().getBytes(StandardCharsets.UTF_8);
        };
        refusals.refuse(
                culprit.entry(), culprit.source(), key, value, rowCount, Rejection.STORE_REFUSED, cause.toString());
    }

    /** Begins nothing more, without waiting for what is under way. */
    void halt() {
        stage.halt();
    }

    /** Stops writing; what has not been written stays unsettled. */
    @Override
    public void close() {
        retry.close();
        stage.close(config.drainTimeout());
    }
}
