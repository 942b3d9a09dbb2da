package org.industrialmind.advisor.alarm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.industrialmind.advisor.alarm.EpisodeTracker.Change;
import org.industrialmind.signal.EpisodeId;

/**
 * What a batch did to episodes, in order, where a run of windows that merely continue an episode is told once, by the
 * last: after a pause a batch may hold hours of them, and each would cost a round of the database.
 */
final class EpisodeNews {
    private final List<Change> changes = new ArrayList<>();
    private final Map<EpisodeId, Integer> continued = new HashMap<>();

    void add(Change change) {
        EpisodeId id = change.episode().id();
        Integer earlier = continued.get(id);
        if (change instanceof Change.Continued later && earlier != null) {
            boolean anotherLook = later.anotherLook()
                    || changes.get(earlier) instanceof Change.Continued before && before.anotherLook();
            changes.set(earlier, new Change.Continued(later.episode(), later.windows(), anotherLook));
            return;
        }
        if (change instanceof Change.Continued) {
            continued.put(id, changes.size());
        }
        changes.add(change);
    }

    List<Change> changes() {
        return List.copyOf(changes);
    }
}
