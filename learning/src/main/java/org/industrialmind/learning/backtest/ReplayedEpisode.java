package org.industrialmind.learning.backtest;

import java.util.OptionalLong;
import org.industrialmind.signal.AssetId;

/**
 * An alarm that would have been: the episode of one machine under one arm. All times are ends of windows in epoch
 * nanoseconds.
 *
 * @param onsetNanos the first abnormal window of those that opened it
 * @param raisedNanos the window that opened it, when an operator would have heard
 * @param closedNanos the window that closed it, or empty if it was open at the end of the history
 * @param peak the largest score, relative to the arm's limit
 * @param channel what had most to do with the first abnormal window that named one, or empty text
 */
public record ReplayedEpisode(
        AssetId asset, long onsetNanos, long raisedNanos, OptionalLong closedNanos, double peak, String channel) {
    /** @throws IllegalArgumentException if the times are out of order */
    public ReplayedEpisode {
        if (raisedNanos < onsetNanos || closedNanos.orElse(Long.MAX_VALUE) < raisedNanos) {
            throw new IllegalArgumentException("episode of " + asset + " with onset " + onsetNanos + ", raised at "
                    + raisedNanos + " and closed at " + closedNanos + ": expected these in order of time");
        }
    }

    /** Returns whether any moment from onset to close lies in the span; its end is not part of it. */
    boolean meets(long fromNanos, long untilNanos) {
        return onsetNanos < untilNanos && closedNanos.orElse(Long.MAX_VALUE) >= fromNanos;
    }

    boolean meets(ReplayedEpisode other) {
        return asset.equals(other.asset) && meets(other.onsetNanos, other.closedNanos.orElse(Long.MAX_VALUE));
    }
}
