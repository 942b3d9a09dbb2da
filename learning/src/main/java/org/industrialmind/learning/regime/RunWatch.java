package org.industrialmind.learning.regime;

import java.util.List;

/**
 * What a {@link RunStateMachine} has to remember of one machine between two readings; small enough for a database row.
 *
 * @param state of the machine
 * @param sinceNanos when it began: of a steady state the first reading that was held, of the others the first that was not
 * @param lastNanos the last reading seen, or {@link #NEVER}
 * @param asked whether the machine is asked for anything
 * @param anchors where each drive is held, or was last seen to have moved to
 * @param stillNanos since when no drive has moved away from there
 * @param doubtNanos since when readings have contradicted the state without being believed yet, or {@link #NEVER}
 */
public record RunWatch(
        RunState state,
        long sinceNanos,
        long lastNanos,
        boolean asked,
        List<Double> anchors,
        long stillNanos,
        long doubtNanos) {
    public static final long NEVER = Long.MIN_VALUE;

    public RunWatch {
        anchors = List.copyOf(anchors);
    }

    /** Returns the watch over a machine of which nothing has been read. */
    public static RunWatch initial() {
        return new RunWatch(RunState.UNKNOWN, NEVER, NEVER, false, List.of(), NEVER, NEVER);
    }

    RunWatch as(long nanos) {
        return doubted(nanos, NEVER);
    }

    RunWatch doubted(long nanos, long since) {
        return new RunWatch(state, sinceNanos, nanos, asked, anchors, stillNanos, since);
    }

    /** Returns since when readings have contradicted the state, the one at that time being among them. */
    long doubtedSince(long nanos) {
        return doubtNanos == NEVER ? nanos : doubtNanos;
    }
}
