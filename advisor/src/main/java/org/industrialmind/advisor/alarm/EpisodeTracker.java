package org.industrialmind.advisor.alarm;

import java.util.Optional;
import org.industrialmind.learning.anomaly.EpisodeRule;
import org.industrialmind.signal.Assessment;
import org.industrialmind.signal.Episode;

/**
 * Follows one machine and one detector from assessment to assessment and says when an episode opens, goes on or closes.
 *
 * <p>A pure function of the watch and the assessment: the caller keeps the watch. Assessments whose window does not end
 * after the last one are ignored, be they duplicates, revisions or a replay, so the same assessments always make the
 * same episodes. A new version of the model goes on with the same episode, since the watch belongs to its name.
 *
 * <p>A window that could not be judged neither opens nor closes anything, however long that lasts: a machine which is
 * out of sight has not recovered, and an alarm that went away by itself when the sensors did would say that it had.
 */
final class EpisodeTracker {
    // The verdict counts, not the number: what was called normal never opens, and what was called abnormal never
    // closes.
    private static final double HIGHEST_NORMAL = 1;
    private static final double LOWEST_ABNORMAL = Math.nextUp(1.0);

    private final EpisodeRule rule;

    EpisodeTracker(EpisodeRule rule) {
        this.rule = rule;
    }

    /** What an assessment did. */
    sealed interface Change {
        Episode episode();

        /** @param windows how many abnormal windows have been counted in */
        record Opened(Episode episode, int windows) implements Change {}

        /** @param anotherLook whether the diagnosis is worth one */
        record Continued(Episode episode, int windows, boolean anotherLook) implements Change {}

        record Closed(Episode episode) implements Change {}
    }

    /** The watch after an assessment, and what changed, if anything did. */
    record Step(EpisodeWatch watch, Optional<Change> change) {}

    Step next(EpisodeWatch watch, Assessment assessment) {
        if (repeated(watch, assessment)) {
            return new Step(watch, Optional.empty());
        }
        return switch (assessment) {
            case Assessment.NotAssessable unseen -> new Step(watch, Optional.empty());
            case Assessment.Normal normal -> normal(watch, normal);
            case Assessment.Abnormal abnormal -> abnormal(watch, abnormal);
        };
    }

    /** Returns whether the window does not end after the last judged one. */
    static boolean repeated(EpisodeWatch watch, Assessment assessment) {
        return watch.rule().started()
                && assessment.windowEndNanos() <= watch.rule().lastNanos();
    }

    private Step normal(EpisodeWatch watch, Assessment.Normal normal) {
        long end = normal.windowEndNanos();
        EpisodeRule.Step step = rule.next(watch.rule(), end, Math.min(normal.score(), HIGHEST_NORMAL));
        if (watch.running().isEmpty()) {
            return new Step(watch.idle(step.state()), Optional.empty());
        }
        RunningEpisode running = watch.running().get().until(end, normal.score());
        if (!step.state().open()) {
            return new Step(watch.idle(step.state()), Optional.of(new Change.Closed(running.closed())));
        }
        return continued(watch, step, running, false);
    }

    private Step abnormal(EpisodeWatch watch, Assessment.Abnormal abnormal) {
        EpisodeWatch.Glimpse glimpse = EpisodeWatch.Glimpse.of(abnormal);
        EpisodeRule.Step step = rule.next(
                watch.rule(),
                abnormal.windowEndNanos(),
                Math.max(abnormal.score(), LOWEST_ABNORMAL),
                abnormal.suspect());
        if (watch.running().isPresent()) {
            RunningEpisode before = watch.running().get();
            RunningEpisode running = before.plus(glimpse);
            boolean anotherLook = running.evidenceDoubled() || running.suspect() != before.suspect();
            return continued(watch, step, running, anotherLook);
        }
        EpisodeWatch seen = watch.glimpsed(step.state(), glimpse);
        if (!step.state().open()) {
            return new Step(seen.idle(step.state()), Optional.empty());
        }
        RunningEpisode running = opening(seen, abnormal, step.state().onsetNanos());
        return new Step(
                seen.running(step.state(), running), Optional.of(new Change.Opened(running.open(), running.windows())));
    }

    private static Step continued(
            EpisodeWatch watch, EpisodeRule.Step step, RunningEpisode running, boolean anotherLook) {
        return new Step(
                watch.running(step.state(), running),
                Optional.of(new Change.Continued(running.open(), running.windows(), anotherLook)));
    }

    private static RunningEpisode opening(EpisodeWatch watch, Assessment.Abnormal last, long onset) {
        var counted = watch.glimpses().stream()
                .filter(glimpse -> glimpse.endNanos() >= onset)
                .toList();
        RunningEpisode running = RunningEpisode.opening(last.asset(), onset, counted.getFirst());
        for (EpisodeWatch.Glimpse glimpse : counted) {
            running = running.plus(glimpse);
        }
        return running;
    }
}
