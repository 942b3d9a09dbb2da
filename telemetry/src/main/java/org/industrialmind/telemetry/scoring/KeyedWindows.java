package org.industrialmind.telemetry.scoring;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Frame;

/**
 * The windows of all assets of one partition.
 *
 * <p>Time here is the time of arrival that the log stamped, never this machine's clock: an asset is forgotten at the same
 * record in every replay. Belongs to the thread that polls.
 */
final class KeyedWindows {
    private static final int PERIODS_OF_SILENCE = 10; // slow signals are not silent between two rows

    private record Key(AssetId asset, long schema) {}

    private static final class Member {
        final AssetWindows windows;
        final long patienceMillis;
        long arrivalMillis;

        Member(AssetWindows windows, long patienceMillis) {
            this.windows = windows;
            this.patienceMillis = patienceMillis;
        }

        boolean idle(long nowMillis) {
            return nowMillis - arrivalMillis > patienceMillis;
        }
    }

    private final ScoringConfig config;
    private final Map<Key, Member> members = new HashMap<>();
    private long arrivedMillis = Long.MIN_VALUE;

    KeyedWindows(ScoringConfig config) {
        this.config = config;
    }

    void append(Frame frame, long offset, long arrivalMillis, DueSink sink) {
        arrivedMillis = Math.max(arrivedMillis, arrivalMillis);
        Key key = new Key(frame.asset(), frame.schema().id());
        Member member = members.get(key);
        if (member == null || member.idle(arrivedMillis)) {
            long silence = Math.multiplyExact(
                    PERIODS_OF_SILENCE, frame.schema().period().toMillis());
            member = new Member(
                    new AssetWindows(frame.asset(), frame.schema(), config),
                    Math.max(config.idleAfter().toMillis(), silence));
            members.put(key, member);
        }
        member.arrivalMillis = arrivedMillis;
        member.windows.append(frame, offset, sink);
    }

    /** Lets go of the assets from which nothing has arrived for long; their next row would start anew in any case. */
    void forgetIdle() {
        members.values().removeIf(member -> member.idle(arrivedMillis));
    }

    /** Returns the smallest offset that still has a row in a window, or the next offset to read if none has. */
    long rebuildOffset(long next) {
        long smallest = next;
        for (Member member : members.values()) {
            smallest = member.windows.smallestOffset(smallest);
        }
        return smallest;
    }

    /** Returns how far all active assets have come in event time, less the lateness, or empty if there are none. */
    OptionalLong watermarkNanos() {
        return members.values().stream()
                .mapToLong(member ->
                        member.windows.newestNanos() - config.lateness().toNanos())
                .min();
    }

    int assets() {
        return members.size();
    }
}
