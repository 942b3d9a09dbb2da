package org.industrialmind.telemetry.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.industrialmind.signal.Assessment;
import org.industrialmind.signal.Window;
import org.industrialmind.telemetry.wire.DeadLetters.Source;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Scores due windows in batches across assets, on a thread of its own, and passes the assessments on in the same order.
 *
 * <p>A scorer answers for windows that it fails on. One that fails as a whole makes the windows of that batch not
 * assessable; it does not stop the others.
 */
final class MicroBatcher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MicroBatcher.class);

    /**
     * A window to score.
     *
     * @param entry has an effect open for the store and, if it is announced, another for the log
     * @param announced whether the assessment goes to the log, for all to hear
     */
    record Due(Window window, OffsetLedger.Entry entry, Source source, boolean announced) {}

    private final WindowScorer scorer;
    private final ScoringConfig config;
    private final ScoringCounters counters;
    private final AssessmentPublisher publisher;
    private final StoreWriter store;
    private final Probe probe;
    private final Stage stage;
    private final BlockingQueue<Due> queue;
    private boolean failing;

    MicroBatcher(
            BlockingQueue<Due> queue,
            WindowScorer scorer,
            ScoringConfig config,
            ScoringCounters counters,
            AssessmentPublisher publisher,
            StoreWriter store,
            Probe probe,
            Consumer<Throwable> failure) {
        this.queue = queue;
        this.scorer = scorer;
        this.config = config;
        this.counters = counters;
        this.publisher = publisher;
        this.store = store;
        this.probe = probe;
        stage = new Stage("scorer", this::next, failure);
    }

    void start() {
        stage.start();
    }

    void offer(Due due) {
        queue.add(due);
    }

    int waiting() {
        return queue.size();
    }

    /** Returns how full the queue is; 1 is its bound. */
    double fill() {
        return (double) queue.size() / config.windowQueue();
    }

    private void next() throws InterruptedException {
        score(gather());
    }

    private List<Due> gather() throws InterruptedException {
        List<Due> batch = new ArrayList<>();
        batch.add(queue.take());
        long deadline = System.nanoTime() + config.maxLinger().toNanos();
        while (batch.size() < config.maxBatch()) {
            if (queue.drainTo(batch, config.maxBatch() - batch.size()) > 0) {
                continue;
            }
            Due next = queue.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next == null) {
                break;
            }
            batch.add(next);
        }
        return batch;
    }

    private void score(List<Due> batch) {
        List<Assessment> assessments = assess(batch.stream().map(Due::window).toList());
        if (stage.closed()) {
            return; // a scorer that was interrupted has not judged
        }
        probe.reached(Probe.Point.SCORED);
        for (int i = 0; i < batch.size(); i++) {
            Due due = batch.get(i);
            Assessment assessment = assessments.get(i);
            counters.assessed(assessment);
            if (due.announced()) {
                publisher.publish(assessment, due.entry());
            }
            store.offer(assessment, due.entry(), due.source());
        }
    }

    /** Asks the scorer, and answers for it if it fails. */
    private List<Assessment> assess(List<Window> windows) {
        try {
            List<Assessment> assessments = scorer.assess(windows);
            requireAnswers(windows, assessments);
            failing = false;
            return assessments;
        } catch (RuntimeException failed) {
            if (!failing) {
                LOG.error(
                        "event=scorer-failed windows={} next=\"not assessable until it recovers\"",
                        windows.size(),
                        failed);
            }
            failing = true;
            return windows.stream()
                    .<Assessment>map(window -> new Assessment.NotAssessable(
                            window.asset(), window.endNanos(), Assessment.Reason.SCORER_FAILED))
                    .toList();
        }
    }

    private static void requireAnswers(List<Window> windows, List<Assessment> assessments) {
        boolean answers = assessments.size() == windows.size();
        for (int i = 0; answers && i < windows.size(); i++) {
            answers = assessments.get(i).windowEndNanos() == windows.get(i).endNanos()
                    && assessments.get(i).asset().equals(windows.get(i).asset());
        }
        if (!answers) {
            throw new IllegalStateException("the scorer gave " + assessments.size() + " assessments for "
                    + windows.size() + " windows: expected one for each, in the same order");
        }
    }

    /** Begins nothing more, without waiting for what is under way. */
    void halt() {
        stage.halt();
    }

    /** Stops scoring; what has not been scored stays unsettled. */
    @Override
    public void close() {
        stage.close(config.drainTimeout());
    }
}
