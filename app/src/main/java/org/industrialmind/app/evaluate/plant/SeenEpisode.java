package org.industrialmind.app.evaluate.plant;

import java.util.List;
import org.industrialmind.signal.AssetId;

/**
 * One episode that a detector reported.
 *
 * @param openedNanos when the persistence rule opened it: nobody was told before
 * @param endNanos when it closed, or the end of the log
 * @param channels that had to do with it when it opened, largest share first
 */
record SeenEpisode(
        AssetId asset, long onsetNanos, long openedNanos, long endNanos, boolean sensor, List<String> channels) {
    SeenEpisode {
        channels = List.copyOf(channels);
    }
}
