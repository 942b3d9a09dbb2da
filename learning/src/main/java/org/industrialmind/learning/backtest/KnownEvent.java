package org.industrialmind.learning.backtest;

import org.industrialmind.signal.AssetId;

/**
 * Something that did go wrong, from the maintenance record or a simulator's labels: what an alarm should have told of.
 *
 * @param fromNanos from when on it could have been noticed, in epoch nanoseconds
 * @param untilNanos when it came to its end, by failure or repair; an alarm that comes later is no use
 * @param what it was, in words
 */
public record KnownEvent(AssetId asset, long fromNanos, long untilNanos, String what) {
    /** @throws IllegalArgumentException if it does not end after its start */
    public KnownEvent {
        if (untilNanos <= fromNanos) {
            throw new IllegalArgumentException("event '" + what + "' of " + asset + " lasts from " + fromNanos
                    + " until " + untilNanos + ": expected an end after the start");
        }
    }

    /** Returns whether an operator would have heard of it in time: before its end, and not of something over before it. */
    boolean metBy(ReplayedEpisode episode) {
        return asset.equals(episode.asset())
                && episode.raisedNanos() < untilNanos
                && episode.meets(fromNanos, untilNanos);
    }
}
