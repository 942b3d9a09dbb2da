package org.industrialmind.advisor.prognosis;

import java.util.Optional;
import java.util.OptionalDouble;
import org.industrialmind.learning.anomaly.EpisodeRule;
import org.industrialmind.learning.prognosis.path.ConditionPath;
import org.industrialmind.signal.Assessment;
import org.industrialmind.signal.ModelRef;
import org.industrialmind.signal.Suspect;

/**
 * Follows the path of one machine's condition from assessment to assessment, as the alarm desk decided on them.
 *
 * <p>A pure function of the watch and the assessment. A path begins with an episode and ends with it: before, there is
 * nothing that could end a life; afterwards the machine is as it was. Windows seen before and windows that could not be
 * judged change nothing. A window that speaks against a sensor counts for the episode, which is the alarm's, as it counts
 * there (also while the machine settles), and not for the path, since it does not say how the machine is.
 */
public final class PathTracker {
    private static final double LOWEST_SCORE = 0.05; // of the limit: keeps the logarithm of a quiet window in sight
    private static final double HIGHEST_NORMAL = 1; // the verdict counts, as it does for alarms
    private static final double LOWEST_ABNORMAL = Math.nextUp(1.0);

    private final PrognosisSettings settings;

    public PathTracker(PrognosisSettings settings) {
        this.settings = settings;
    }

    /** Returns what is remembered after that assessment. */
    public PathWatch next(PathWatch watch, Assessment assessment) {
        return switch (assessment) {
            case Assessment.NotAssessable unseen -> watch;
            case Assessment.Normal seen -> {
                double verdict = Math.min(seen.score(), HIGHEST_NORMAL);
                OptionalDouble level = OptionalDouble.of(level(seen.score()));
                yield next(watch, seen.windowEndNanos(), seen.model(), verdict, Suspect.UNDETERMINED, level);
            }
            case Assessment.Abnormal seen -> {
                double verdict = Math.max(seen.score(), LOWEST_ABNORMAL);
                OptionalDouble level = seen.suspect() == Suspect.SENSOR
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(level(seen.score()));
                yield next(watch, seen.windowEndNanos(), seen.model(), verdict, seen.suspect(), level);
            }
        };
    }

    private static double level(double score) {
        return Math.log(Math.max(score, LOWEST_SCORE));
    }

    private PathWatch next(
            PathWatch watch, long end, ModelRef model, double verdict, Suspect suspect, OptionalDouble level) {
        if (watch.rule().started() && end <= watch.rule().lastNanos()) {
            return watch;
        }
        EpisodeRule.Step step = settings.rule().next(watch.rule(), end, verdict, suspect);
        if (!step.state().open()) {
            return new PathWatch(step.state(), Optional.empty(), Optional.of(model));
        }
        ConditionPath path = watch.path()
                .orElseGet(() -> ConditionPath.from(
                        step.state().onsetNanos(), settings.block().toNanos()));
        ConditionPath longer = level.isPresent() ? path.plus(end, level.getAsDouble()) : path;
        return new PathWatch(step.state(), Optional.of(longer), Optional.of(model));
    }
}
