package org.industrialmind.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.industrialmind.app.scoring.ModelNames;
import org.industrialmind.learning.anomaly.EpisodeRule;
import org.industrialmind.learning.anomaly.EpisodeState;
import org.industrialmind.signal.Assessment;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.EpisodeId;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.Window;
import org.industrialmind.telemetry.scoring.StoredWindows;
import org.industrialmind.telemetry.scoring.WindowScorer;

/**
 * What a run comes to that nothing disturbs, worked out without servers, threads or restarts: the readings of one machine
 * in order of time, cut, judged and followed in three plain steps.
 *
 * @param assessments one for each window that comes due, in order
 * @param episodes those that open, in order
 */
record Undisturbed(List<Assessment> assessments, List<EpisodeId> episodes) {

    static Undisturbed of(AssetId asset, List<Frame> frames, WindowScorer scorer) {
        List<Window> windows =
                StoredWindows.cut(asset, frames.getFirst().schema(), frames, PumpStation.WINDOW, PumpStation.STRIDE);
        List<Assessment> assessments = scorer.assess(windows);
        String model = ModelNames.ofClass(frames.getFirst().schema().equipmentClass());
        return new Undisturbed(assessments, episodes(asset, model, assessments));
    }

    private static List<EpisodeId> episodes(AssetId asset, String model, List<Assessment> assessments) {
        EpisodeRule rule = EpisodeRule.defaults();
        EpisodeState state = EpisodeState.initial();
        List<EpisodeId> opened = new ArrayList<>();
        for (Assessment assessment : assessments) {
            double score = switch (assessment) {
                case Assessment.Normal normal -> Math.min(1, normal.score());
                case Assessment.Abnormal abnormal -> Math.max(Math.nextUp(1.0), abnormal.score());
                case Assessment.NotAssessable unseen -> Double.NaN;
            };
            if (!Double.isNaN(score)) {
                EpisodeRule.Step step = rule.next(state, assessment.windowEndNanos(), score);
                state = step.state();
                if (step.event().orElse(null) instanceof EpisodeRule.Event.Opened event) {
                    opened.add(EpisodeId.of(asset, model, event.onsetNanos()));
                }
            }
        }
        return opened;
    }

    /** Checks that these are the same assessments, one for each window; the message has the first that differ. */
    void assertSameAssessments(List<Assessment> actual) {
        TreeMap<Long, List<Assessment>> both = new TreeMap<>();
        assessments.forEach(each -> both.computeIfAbsent(each.windowEndNanos(), end -> new ArrayList<>())
                .add(each));
        List<String> differences = new ArrayList<>();
        for (Assessment each : actual) {
            List<Assessment> expected = both.remove(each.windowEndNanos());
            if (expected == null || !Objects.equals(expected.getFirst(), each)) {
                differences.add("expected " + expected + ", was " + each);
            }
        }
        both.values().forEach(missing -> differences.add("missing " + missing));
        assertThat(differences.stream().limit(3).toList())
                .as(differences.size() + " of " + assessments.size() + " windows differ")
                .isEmpty();
    }
}
