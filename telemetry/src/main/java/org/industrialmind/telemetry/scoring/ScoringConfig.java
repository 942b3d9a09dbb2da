package org.industrialmind.telemetry.scoring;

import java.time.Duration;

/**
 * How the scoring runtime windows, batches and bounds its work.
 *
 * @param groupId the consumer group that shares the partitions
 * @param windowLength rows in a window
 * @param stride rows from one window's end to the next
 * @param lateness how long after its end a window still takes late rows and is assessed again
 * @param maxRetainedRows the most rows kept for one asset; shortens the lateness of very fast signals
 * @param idleAfter an asset from which nothing has arrived for so long (or for ten periods, if that is longer) is
 *     forgotten until it speaks again
 * @param futureTolerance how far ahead of its arrival a reading may claim to be
 * @param maxBatch windows handed to the scorer at once
 * @param maxLinger how long the first window of a batch waits for others
 * @param windowQueue windows that may wait for the scorer
 * @param storeQueueValues values that may wait for the store
 * @param storeBatchRows rows written to the store at once
 * @param storeLinger how long the first row of a write waits for others
 * @param commitInterval time between two commits
 * @param drainTimeout how long giving up a partition may take
 * @param maxPollInterval how long the loop may be stuck before the group takes its partitions away
 */
public record ScoringConfig(
        String groupId,
        int windowLength,
        int stride,
        Duration lateness,
        int maxRetainedRows,
        Duration idleAfter,
        Duration futureTolerance,
        int maxBatch,
        Duration maxLinger,
        int windowQueue,
        int storeQueueValues,
        int storeBatchRows,
        Duration storeLinger,
        Duration commitInterval,
        Duration drainTimeout,
        Duration maxPollInterval) {
    public ScoringConfig {
        require(
                windowLength > 0 && stride > 0 && stride <= windowLength,
                "window length " + windowLength + " and stride " + stride,
                "both positive, and the stride not longer than the window");
        require(maxRetainedRows > windowLength, "retained rows " + maxRetainedRows, "more than one window");
        require(
                maxBatch > 0 && windowQueue >= maxBatch,
                "batch " + maxBatch + " and window queue " + windowQueue,
                "a queue that holds at least one batch");
        require(
                storeBatchRows > 0 && storeQueueValues > 0,
                "store batch " + storeBatchRows + " and queue " + storeQueueValues,
                "both positive");
        require(
                !lateness.isNegative() && !maxLinger.isNegative() && !storeLinger.isNegative(),
                "a negative duration",
                "none");
    }

    public static ScoringConfig defaults() {
        return new ScoringConfig(
                "industrialmind-scoring",
                60,
                10,
                Duration.ofMinutes(2), // what gateways that buffer through a short outage need
                2_048,
                Duration.ofMinutes(5),
                Duration.ofSeconds(60), // beyond that a clock is wrong, not skewed
                256,
                Duration.ofMillis(20),
                4_096,
                4_000_000,
                5_000, // larger writes gained nothing more on QuestDB 9.3
                Duration.ofMillis(20),
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                Duration.ofMinutes(5));
    }

    /** Returns these settings for windows of another shape. */
    public ScoringConfig withWindows(int length, int newStride) {
        return new ScoringConfig(
                groupId,
                length,
                newStride,
                lateness,
                maxRetainedRows,
                idleAfter,
                futureTolerance,
                maxBatch,
                maxLinger,
                windowQueue,
                storeQueueValues,
                storeBatchRows,
                storeLinger,
                commitInterval,
                drainTimeout,
                maxPollInterval);
    }

    /** Returns these settings for another consumer group. */
    public ScoringConfig withGroup(String group) {
        return new ScoringConfig(
                group,
                windowLength,
                stride,
                lateness,
                maxRetainedRows,
                idleAfter,
                futureTolerance,
                maxBatch,
                maxLinger,
                windowQueue,
                storeQueueValues,
                storeBatchRows,
                storeLinger,
                commitInterval,
                drainTimeout,
                maxPollInterval);
    }

    private static void require(boolean holds, String seen, String expected) {
        if (!holds) {
            throw new IllegalArgumentException("scoring configuration has " + seen + ": expected " + expected);
        }
    }
}
