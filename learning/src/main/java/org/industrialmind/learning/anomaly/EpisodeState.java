package org.industrialmind.learning.anomaly;

import java.util.ArrayList;
import java.util.List;

/**
 * What an {@link EpisodeRule} has to remember of one machine between two windows; small enough to keep in a database row.
 *
 * @param open whether an episode is open
 * @param onsetNanos end of the first abnormal window of the open episode; 0 where none is open
 * @param quietSinceNanos end of the first quiet window since the open episode was last loud, or {@link #LOUD}
 * @param lastNanos end of the last window seen, or {@link #NEVER}
 * @param recent ends of the last judged windows, oldest first, while no episode is open
 * @param abnormalBits which of them were abnormal: bit 0 is the newest
 * @param settledNanos windows that end before this open nothing, or {@link #NEVER} where the machine is not settling
 */
public record EpisodeState(
        boolean open,
        long onsetNanos,
        long quietSinceNanos,
        long lastNanos,
        List<Long> recent,
        long abnormalBits,
        long settledNanos) {
    public static final long NEVER = Long.MIN_VALUE;
    public static final long LOUD = Long.MAX_VALUE;

    /** @throws IllegalArgumentException if more windows are remembered than a rule may look back on */
    public EpisodeState {
        recent = List.copyOf(recent);
        if (recent.size() > EpisodeRule.MAX_LOOK_BACK) {
            throw new IllegalArgumentException("episode state remembers " + recent.size()
                    + " windows: expected at most " + EpisodeRule.MAX_LOOK_BACK);
        }
    }

    /** Returns the state of a machine of which no window has been seen. */
    public static EpisodeState initial() {
        return new EpisodeState(false, 0, LOUD, NEVER, List.of(), 0, NEVER);
    }

    static EpisodeState closedAt(long end) {
        return new EpisodeState(false, 0, LOUD, end, List.of(), 0, NEVER);
    }

    static EpisodeState settling(long end, long settled) {
        return new EpisodeState(false, 0, LOUD, end, List.of(), 0, settled);
    }

    /** Returns the same without an open episode, of a machine that this rule no longer follows. */
    public EpisodeState ended() {
        return closedAt(lastNanos);
    }

    /** Returns whether any window has been seen. */
    public boolean started() {
        return lastNanos != NEVER;
    }

    /** Returns the ends of the abnormal ones among the remembered windows, oldest first. */
    public List<Long> abnormalEnds() {
        List<Long> ends = new ArrayList<>();
        for (int i = 0; i < recent.size(); i++) {
            if ((abnormalBits >>> (recent.size() - 1 - i) & 1) != 0) {
                ends.add(recent.get(i));
            }
        }
        return List.copyOf(ends);
    }

    EpisodeState remember(long end, boolean abnormal, int lookBack) {
        List<Long> ends = new ArrayList<>(recent);
        ends.add(end);
        List<Long> last = ends.subList(Math.max(0, ends.size() - lookBack), ends.size());
        return new EpisodeState(false, 0, LOUD, end, last, abnormalBits << 1 | (abnormal ? 1 : 0), settledNanos);
    }

    EpisodeState opened(long onset) {
        return new EpisodeState(true, onset, LOUD, lastNanos, List.of(), 0, NEVER);
    }

    EpisodeState loud(long end) {
        return new EpisodeState(true, onsetNanos, LOUD, end, List.of(), 0, NEVER);
    }

    EpisodeState quiet(long end) {
        return new EpisodeState(true, onsetNanos, Math.min(quietSinceNanos, end), end, List.of(), 0, NEVER);
    }
}
