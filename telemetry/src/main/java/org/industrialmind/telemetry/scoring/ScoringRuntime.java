package org.industrialmind.telemetry.scoring;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.industrialmind.telemetry.scoring.ScoringSnapshot.State;
import org.industrialmind.telemetry.store.SampleStore;
import org.industrialmind.telemetry.wire.DeadLetters;
import org.industrialmind.telemetry.wire.FrameCodec;
import org.industrialmind.telemetry.wire.KafkaSettings;
import org.industrialmind.telemetry.wire.SchemaSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns the readings on the log into stored rows and assessed windows: as many processes as there are partitions may run
 * one, and together they lose nothing and judge nothing differently for having crashed.
 *
 * <p>The idea: the state of keyed windows is a bounded suffix of the log. So there is no checkpoint and no state store;
 * a process that takes over a partition reads that suffix again, silently, and stands where the other stood. What it
 * then does twice does no harm: rows are stored under asset and time, assessments under asset, model and window end. So
 * three rules are enough, and no transaction is needed:
 *
 * <ol>
 *   <li>an offset is committed when every effect of every record before it has been acknowledged, by store and log
 *       ({@link OffsetLedger});
 *   <li>with it goes the offset from which the windows can be rebuilt, taken when the windows stood there;
 *   <li>what is in a window depends on which rows are in the log, not on when they came or who reads them ({@link
 *       AssetWindows}).
 * </ol>
 *
 * <p>The trade-off: after a crash up to one commit interval of work is done again, and a restart reads the suffix, which
 * is a window and the allowed lateness long, more if some signal is slow.
 *
 * <p>Three threads: one reads, decodes and windows ({@link IntakeLoop}), one scores ({@link MicroBatcher}), one writes to
 * the store ({@link StoreWriter}); a fourth wakes for windows whose rows came too late ({@link HistoricalRescoring}). Queues between them are bounded by pausing the partitions; the reading thread goes on
 * polling, so the group never takes a slow process for a dead one.
 *
 * @see "Akidau et al. 2013, MillWheel: Fault-Tolerant Stream Processing at Internet Scale, VLDB: effects once by idempotence"
 * @see "Kafka KIP-848, The Next Generation of the Consumer Rebalance Protocol"
 */
public final class ScoringRuntime implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ScoringRuntime.class);

    private final ScoringConfig config;
    private final ScoringCounters counters = new ScoringCounters();
    private final DeadLetters deadLetters;
    private final AssessmentPublisher publisher;
    private final HistoricalRescoring historical;
    private final StoreWriter storeWriter;
    private final MicroBatcher batcher;
    private final IntakeLoop intake;
    private final Thread thread;
    private final AtomicReference<State> state = new AtomicReference<>(State.NEW);
    private final AtomicReference<Optional<Throwable>> failure = new AtomicReference<>(Optional.empty());

    /** Makes a runtime with the clock of this machine. The store and the schemas stay the caller's to close. */
    public ScoringRuntime(
            ScoringConfig config, KafkaSettings kafka, SchemaSource schemas, SampleStore store, WindowScorer scorer) {
        this(config, kafka, schemas, store, scorer, InstantSource.system(), Probe.NONE);
    }

    public ScoringRuntime(
            ScoringConfig config,
            KafkaSettings kafka,
            SchemaSource schemas,
            SampleStore store,
            WindowScorer scorer,
            InstantSource clock,
            Probe probe) {
        this.config = config;
        deadLetters = new DeadLetters(kafka);
        Refusals refusals = new Refusals(deadLetters, counters, this::fail);
        publisher = new AssessmentPublisher(kafka, probe, this::fail);
        BlockingQueue<MicroBatcher.Due> due = new LinkedBlockingQueue<>(); // bounded by Backpressure
        historical = new HistoricalRescoring(store, config, counters, due, this::fail);
        storeWriter = new StoreWriter(store, config, counters, refusals, historical, probe, clock, this::fail);
        batcher = new MicroBatcher(due, scorer, config, counters, publisher, storeWriter, probe, this::fail);
        FrameCodec codec = new FrameCodec(schemas);
        PartitionIntake.Outlets outlets =
                new PartitionIntake.Outlets(storeWriter, batcher, historical, refusals, counters);
        intake = new IntakeLoop(
                kafka, config, outlets, from -> new PartitionIntake(from, codec, outlets, config, clock), probe, clock);
        thread = Thread.ofPlatform().name("scoring-intake").unstarted(() -> intake.run(this::fail));
    }

    /** Joins the group and starts to read. */
    public void start() {
        if (!state.compareAndSet(State.NEW, State.RUNNING)) {
            throw new IllegalStateException("this runtime is " + state.get() + ": start each one once, make another");
        }
        historical.start();
        storeWriter.start();
        batcher.start();
        thread.start();
        LOG.info("event=scoring-started group={}", config.groupId());
    }

    public State state() {
        State now = state.get();
        return now == State.RUNNING && intake.resting() ? State.PAUSED : now;
    }

    /** Returns what made the runtime fail, or empty if nothing has. */
    public Optional<Throwable> failure() {
        return failure.get();
    }

    public ScoringSnapshot snapshot() {
        return new ScoringSnapshot(
                state(), counters.totals(), intake.gauges(), counters.eventToStored(), counters.eventToAssessed());
    }

    /** Stops at once, as a crash would: nothing more is acknowledged or committed. */
    private void fail(Throwable cause) {
        State before = state.getAndUpdate(now -> now == State.STOPPED ? now : State.FAILED);
        if (before == State.FAILED || before == State.STOPPED) {
            return;
        }
        failure.set(Optional.of(cause));
        LOG.error("event=scoring-failed next=\"another runtime takes over from the last commit\"", cause);
        intake.crash();
        batcher.halt();
        storeWriter.halt();
        historical.halt();
    }

    /** Leaves the group as a crash would, without a commit: for tests of the takeover. */
    void abandon() {
        fail(new IllegalStateException("abandoned"));
        close();
    }

    /** Takes in no more, finishes what is open, commits and leaves the group; a failed runtime only lets go. */
    @Override
    public void close() {
        State before = state.getAndUpdate(now -> now == State.FAILED ? now : State.STOPPED);
        if (before == State.NEW) {
            intake.close();
        } else {
            intake.stop();
            join();
        }
        batcher.close();
        storeWriter.close();
        historical.close();
        publisher.close();
        deadLetters.close();
    }

    private void join() {
        try {
            if (!thread.join(config.drainTimeout().multipliedBy(3))) {
                intake.crash();
                thread.join(TimeUnit.SECONDS.toMillis(5));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
