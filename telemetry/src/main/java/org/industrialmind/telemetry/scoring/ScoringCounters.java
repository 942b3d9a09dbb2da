package org.industrialmind.telemetry.scoring;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.industrialmind.signal.Assessment;
import org.industrialmind.telemetry.scoring.ScoringSnapshot.Latency;
import org.industrialmind.telemetry.scoring.ScoringSnapshot.Totals;
import org.industrialmind.telemetry.wire.Rejection;

/** What one runtime has done since it started; every reading ends up in one of these counts. */
final class ScoringCounters {
    private static final Duration LIVE = Duration.ofMinutes(5); // an older reading tells of a replay, not of our speed

    final LongAdder records = new LongAdder();
    final LongAdder rows = new LongAdder();
    final LongAdder values = new LongAdder();
    final LongAdder standingRows = new LongAdder();
    final LongAdder rebuiltRecords = new LongAdder();
    final LongAdder storedRows = new LongAdder();
    final LongAdder windows = new LongAdder();
    final LongAdder revisions = new LongAdder();
    final LongAdder historicalWindows = new LongAdder();
    final LongAdder rescoredWindows = new LongAdder();
    final LongAdder normal = new LongAdder();
    final LongAdder abnormal = new LongAdder();
    final LongAdder notAssessable = new LongAdder();
    final LongAdder scorerFailures = new LongAdder();
    final LongAdder storeRetries = new LongAdder();
    final LongAdder pauses = new LongAdder();
    final LongAdder commits = new LongAdder();
    final LongAdder expiredRecords = new LongAdder();
    private final Map<Rejection, LongAdder> rejectedRecords = new EnumMap<>(Rejection.class);
    private final Map<Rejection, LongAdder> rejectedRows = new EnumMap<>(Rejection.class);

    private final LatencyHistogram eventToStored = new LatencyHistogram();
    private final LatencyHistogram eventToAssessed = new LatencyHistogram();

    ScoringCounters() {
        for (Rejection rejection : Rejection.values()) {
            rejectedRecords.put(rejection, new LongAdder());
            rejectedRows.put(rejection, new LongAdder());
        }
    }

    /** Counts a dead letter; a record that could not be read has no rows. */
    void rejected(Rejection reason, int rowCount) {
        adder(rejectedRecords, reason).increment();
        adder(rejectedRows, reason).add(rowCount);
    }

    void assessed(Assessment assessment) {
        LongAdder kind = switch (assessment) {
            case Assessment.Normal _ -> normal;
            case Assessment.Abnormal _ -> abnormal;
            case Assessment.NotAssessable _ -> notAssessable;
        };
        kind.increment();
        if (assessment instanceof Assessment.NotAssessable not && not.reason() == Assessment.Reason.SCORER_FAILED) {
            scorerFailures.increment();
        }
    }

    void storedAt(Instant now, long eventNanos) {
        record(eventToStored, now, eventNanos);
    }

    void assessedAt(Instant now, long eventNanos) {
        record(eventToAssessed, now, eventNanos);
    }

    private static void record(LatencyHistogram histogram, Instant now, long eventNanos) {
        long age = now.getEpochSecond() * 1_000_000_000L + now.getNano() - eventNanos;
        if (age >= 0 && age < LIVE.toNanos()) {
            histogram.record(age);
        }
    }

    Totals totals() {
        return new Totals(
                records.sum(),
                rows.sum(),
                values.sum(),
                standingRows.sum(),
                rebuiltRecords.sum(),
                storedRows.sum(),
                windows.sum(),
                revisions.sum(),
                historicalWindows.sum(),
                rescoredWindows.sum(),
                normal.sum(),
                abnormal.sum(),
                notAssessable.sum(),
                scorerFailures.sum(),
                storeRetries.sum(),
                pauses.sum(),
                commits.sum(),
                expiredRecords.sum(),
                positive(rejectedRecords),
                positive(rejectedRows));
    }

    Latency eventToStored() {
        return latency(eventToStored);
    }

    Latency eventToAssessed() {
        return latency(eventToAssessed);
    }

    private static Latency latency(LatencyHistogram histogram) {
        return new Latency(
                histogram.count(),
                Duration.ofNanos(histogram.quantile(0.5)),
                Duration.ofNanos(histogram.quantile(0.99)));
    }

    private static LongAdder adder(Map<Rejection, LongAdder> adders, Rejection reason) {
        LongAdder adder = adders.get(reason);
        if (adder == null) {
            throw new IllegalStateException("no counter for " + reason);
        }
        return adder;
    }

    private static Map<Rejection, Long> positive(Map<Rejection, LongAdder> adders) {
        Map<Rejection, Long> counts = new EnumMap<>(Rejection.class);
        adders.forEach((reason, adder) -> {
            if (adder.sum() > 0) {
                counts.put(reason, adder.sum());
            }
        });
        return counts;
    }
}
