package org.industrialmind.signal;

import java.util.List;
import java.util.Optional;

/**
 * One stretch of abnormal behaviour of one asset, from the first abnormal window to the return to normal.
 *
 * @param onsetNanos end of the first abnormal window of the run that opened the episode
 * @param updatedNanos end of the last window counted into it
 * @param closedNanos end of the window that closed it, or empty while it is open
 * @param peakScore the largest score so far, relative to the limit
 * @param contributions of the whole episode so far, largest share first
 * @param suspect whom its windows so far speak against, {@linkplain Suspect#and joined}
 * @param model the version that saw it first
 */
public record Episode(
        EpisodeId id,
        AssetId asset,
        long onsetNanos,
        long updatedNanos,
        Optional<Long> closedNanos,
        double peakScore,
        List<Contribution> contributions,
        Suspect suspect,
        ModelRef model) {
    public Episode {
        contributions = List.copyOf(contributions);
        if (updatedNanos < onsetNanos) {
            throw new IllegalArgumentException(
                    "episode " + id + " ends at " + updatedNanos + ", before it starts at " + onsetNanos);
        }
    }

    public boolean open() {
        return closedNanos.isEmpty();
    }
}
