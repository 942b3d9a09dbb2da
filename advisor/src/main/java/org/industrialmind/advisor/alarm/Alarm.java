package org.industrialmind.advisor.alarm;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.industrialmind.advisor.diagnosis.Diagnosis;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Episode;
import org.industrialmind.signal.EpisodeId;

/**
 * One call for an operator's attention: an episode, how urgent it is, what may be behind it, and how far people have
 * dealt with it.
 *
 * @param id the id of the episode, since one episode is one alarm
 * @param message what is the matter, in plain words
 * @param raised the event time at which the episode opened
 * @param changed when the state last changed, by the clock on the wall
 * @param shelving present while the alarm is shelved
 * @param acknowledgedBy present once somebody has acknowledged it
 */
public record Alarm(
        EpisodeId id,
        AssetId asset,
        AlarmPriority priority,
        AlarmState state,
        String message,
        Instant raised,
        Instant changed,
        Episode episode,
        Diagnosis diagnosis,
        Optional<Shelving> shelving,
        Optional<String> acknowledgedBy) {

    /** Returns what an operator may do now; in the order of {@link AlarmEvent}. */
    public Set<AlarmEvent> allowed() {
        return AlarmLifecycle.allowed(state);
    }
}
