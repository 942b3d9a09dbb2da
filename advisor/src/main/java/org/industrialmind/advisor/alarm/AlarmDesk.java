package org.industrialmind.advisor.alarm;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.industrialmind.signal.Assessment;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Episode;
import org.industrialmind.signal.EpisodeId;

/**
 * Where assessments become alarms and people deal with them. Safe for use by many threads and many processes.
 *
 * <p>Whatever a method changes it changes wholly or not at all, together with its line in the audit trail.
 */
public interface AlarmDesk {
    /** Returns the alarms that are not over: highest priority first, then newest first. */
    List<Alarm> open(int limit);

    /** Returns the alarms of that asset that are not over: highest priority first, then newest first. */
    List<Alarm> openOf(AssetId asset);

    /** Returns all alarms, newest first, those that are over too. */
    List<Alarm> recent(int limit);

    Optional<Alarm> find(EpisodeId id);

    /**
     * Does what the operator asks and returns the alarm as it is then.
     *
     * @param actor who asks, as it will stand in the audit trail
     * @throws IllegalTransitionException if the alarm's state does not allow it; nothing has changed
     * @throws java.util.NoSuchElementException if there is no such alarm
     */
    Alarm apply(EpisodeId id, AlarmAction action, String actor);

    /** Returns what happened to that alarm, oldest first. */
    List<AuditEntry> history(EpisodeId id);

    /** Returns the episodes of that asset, newest first. */
    List<Episode> episodes(AssetId asset, int limit);

    Optional<Episode> episode(EpisodeId id);

    /**
     * Takes assessments in: opens, continues and closes episodes, raises and clears their alarms, and remembers how far
     * it has read. Taking the same assessments in again changes nothing.
     */
    Outcome process(AssessmentBatch batch);

    /**
     * What became of a batch.
     *
     * @param decided the assessments as they count for alarms, in the order in which they came: with the last word of the
     *     policies of their models; as they came, where the batch had been taken in before
     * @param news the machines of which those who {@linkplain AssessmentFollower follow} have something new to say
     */
    record Outcome(List<Assessment> decided, Set<AssetId> news) {
        public Outcome {
            decided = List.copyOf(decided);
            news = Set.copyOf(news);
        }
    }

    /** Returns for each partition the offset at which reading goes on. */
    Map<Integer, Long> positions();

    /** Ends every shelving whose time has passed. */
    void expire(Instant now);

    /** Works out the diagnoses that are still due and returns how many it completed; stops when the graph is down. */
    int completeDiagnoses();

    /** Returns how many alarms called for attention since then; ISA-18.2 calls more than 10 in 10 minutes a flood. */
    long raisedSince(Instant since);

    /** Checks the audit trail's chain from its first entry to its last. */
    AuditVerdict verifyAudit();

    /**
     * Calls the listener with every alarm that this desk has changed, after the change is safe, on the thread that made
     * it. Changes by another process are not heard.
     */
    void onChange(Consumer<Alarm> listener);
}
