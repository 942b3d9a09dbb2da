package org.industrialmind.app.platform;

import java.util.List;
import java.util.Optional;
import org.industrialmind.advisor.condition.ConditionBoard;
import org.industrialmind.signal.Assessment;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.telemetry.store.SampleStore;
import org.industrialmind.telemetry.store.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts on the board what the store has of each machine's last window before this program started: a machine that is silent now
 * was seen all the same. Its next window takes the place of that.
 */
final class BoardRecall {
    private static final Logger LOG = LoggerFactory.getLogger(BoardRecall.class);
    private static final int MOST = 1000; // assessments about the time of the newest row, by all models

    private final SampleStore store;
    private final int windowLength;

    /** @param windowLength rows in a window */
    BoardRecall(SampleStore store, int windowLength) {
        this.store = store;
        this.windowLength = windowLength;
    }

    /** Recalls those machines; while the store is away the board begins empty. */
    void recall(AssetCatalogue machines, ConditionBoard board) {
        try {
            machines.assets()
                    .forEach(asset -> machines.schema(asset.id())
                            .flatMap(schema -> last(asset.id(), schema))
                            .ifPresent(board::on));
        } catch (StoreUnavailableException away) {
            LOG.warn("event=board-not-recalled next=\"machines are shown from their next window on\"", away);
        }
    }

    private Optional<Assessment> last(AssetId asset, FrameSchema schema) {
        return store.latest(asset, schema).flatMap(newest -> lastAbout(newest, schema.periodNanos() * windowLength));
    }

    private Optional<Assessment> lastAbout(Frame newest, long windowNanos) {
        long at = newest.time(newest.rows() - 1);
        List<Assessment> seen = store.assessments(newest.asset(), at - windowNanos, at + windowNanos, MOST);
        return seen.isEmpty() ? Optional.empty() : Optional.of(seen.getLast());
    }
}
