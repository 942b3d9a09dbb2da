package org.industrialmind.learning.backtest;

import java.util.List;

/**
 * What arming a candidate would change for those who hear the alarms.
 *
 * @param kept alarms of the candidate that meet one of today's
 * @param added alarms of the candidate that meet none of today's
 * @param removed alarms of today that meet none of the candidate's
 */
public record Changes(List<ReplayedEpisode> kept, List<ReplayedEpisode> added, List<ReplayedEpisode> removed) {
    public Changes {
        kept = List.copyOf(kept);
        added = List.copyOf(added);
        removed = List.copyOf(removed);
    }

    /** Compares two records of one history; alarms of one machine that overlap in time are the same alarm. */
    public static Changes between(ArmRecord now, ArmRecord candidate) {
        return new Changes(
                candidate.episodes().stream()
                        .filter(episode -> met(episode, now))
                        .toList(),
                candidate.episodes().stream()
                        .filter(episode -> !met(episode, now))
                        .toList(),
                now.episodes().stream()
                        .filter(episode -> !met(episode, candidate))
                        .toList());
    }

    private static boolean met(ReplayedEpisode episode, ArmRecord by) {
        return by.episodes().stream().anyMatch(episode::meets);
    }
}
