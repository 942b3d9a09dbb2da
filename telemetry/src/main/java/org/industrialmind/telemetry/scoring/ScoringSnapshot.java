package org.industrialmind.telemetry.scoring;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.industrialmind.telemetry.wire.Rejection;

/** How a scoring runtime stands at one moment. */
public record ScoringSnapshot(
        State state, Totals totals, Gauges gauges, Latency eventToStored, Latency eventToAssessed) {

    /** The life of a runtime. */
    public enum State {
        NEW,
        RUNNING,
        /** Reading rests until the scorer or the store has caught up; nothing is lost, the log keeps it. */
        PAUSED,
        STOPPED,
        /** Something that must not happen has happened; the log tells what. Start another runtime. */
        FAILED
    }

    /**
     * What has been done since the start.
     *
     * @param records read from the log, without those that only rebuilt windows
     * @param rows taken in, without the rejected ones
     * @param standingRows those of them that claim the time of the row before and read otherwise: a clock stands still
     * @param windows handed to the scorer, revisions included
     * @param revisions windows that a late row changed after they were due
     * @param historicalWindows windows for which a row came too late
     * @param rescoredWindows historical windows that were assessed again from the store
     * @param expiredRecords that the log no longer had when their turn came, since nothing was read for longer than it keeps
     *     them
     * @param rejectedRecords dead letters by reason
     * @param rejectedRows readings in those dead letters, where they could be counted
     */
    public record Totals(
            long records,
            long rows,
            long values,
            long standingRows,
            long rebuiltRecords,
            long storedRows,
            long windows,
            long revisions,
            long historicalWindows,
            long rescoredWindows,
            long normal,
            long abnormal,
            long notAssessable,
            long scorerFailures,
            long storeRetries,
            long pauses,
            long commits,
            long expiredRecords,
            Map<Rejection, Long> rejectedRecords,
            Map<Rejection, Long> rejectedRows) {
        public Totals {
            rejectedRecords = Map.copyOf(rejectedRecords);
            rejectedRows = Map.copyOf(rejectedRows);
        }
    }

    /**
     * What is waiting.
     *
     * @param openRecords read, but with effects that are not acknowledged yet
     * @param lagRecords on the log and not read yet, over all partitions of this runtime
     * @param lag age of the oldest record that is not wholly done, by its arrival
     * @param watermark how far all active assets have come in event time, less the lateness
     */
    public record Gauges(
            int partitions,
            int assets,
            long openRecords,
            int waitingWindows,
            long waitingValues,
            long lagRecords,
            Duration lag,
            Optional<Instant> lastCommit,
            Optional<Instant> watermark) {
        static final Gauges NOTHING = new Gauges(0, 0, 0, 0, 0, 0, Duration.ZERO, Optional.empty(), Optional.empty());
    }

    /** A distribution of delays of live readings, by the clock of this machine. */
    public record Latency(long count, Duration median, Duration p99) {}
}
