package org.industrialmind.advisor.prognosis;

import java.time.Duration;
import java.util.Optional;
import org.industrialmind.signal.EpisodeId;
import org.industrialmind.signal.RemainingLife;

/**
 * A remaining life together with what it rests on.
 *
 * @param episode the open episode, if there is one
 * @param watched how long the path has been followed; zero without an episode
 * @param machines how many failed machines the expectation was learned from; 0 where there is none
 */
public record Prognosis(
        RemainingLife life, Outlook outlook, Optional<EpisodeId> episode, Duration watched, int machines) {

    /** What can be said. */
    public enum Outlook {
        /** Nothing is abnormal: there is no end in sight. */
        HEALTHY,
        /** Something is abnormal, but the path is too short to say where it leads. */
        TOO_EARLY,
        /** Something is abnormal and does not grow: no end follows from it. */
        STEADY,
        /** Something is abnormal and grows, but which failure it is, is not clear, so no end is named. */
        UNDETERMINED,
        /** A known failure grows: the life has an end. */
        WEARING,
        /** Nothing is known of how machines of this kind fail. */
        NO_EXPERIENCE
    }
}
