package org.industrialmind.app.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import org.industrialmind.learning.anomaly.EpisodeRule;
import org.industrialmind.learning.anomaly.EpisodeState;
import org.industrialmind.learning.evaluation.DetectionMetrics;

/**
 * What came of one trial.
 *
 * @param episodes the stretches of time that were reported as abnormal, after the persistence of the episode rule
 */
public record TrialResult(Trial trial, RowScores scores, List<DetectionMetrics.Span> episodes) {
    private static final double NANOS = 1e9;

    public TrialResult {
        episodes = List.copyOf(episodes);
    }

    /**
     * Makes the result of windows that were judged.
     *
     * @param byWindowEnd score of each window, relative to its limit, by the window's end
     */
    public static TrialResult of(
            Trial trial, NavigableMap<Long, Double> byWindowEnd, List<DetectionMetrics.Span> episodes, int stride) {
        return new TrialResult(trial, RowScores.of(trial, byWindowEnd, stride), episodes);
    }

    /** Returns an episode as a stretch of time; one that is still open lasts to the end of the recording. */
    public static DetectionMetrics.Span span(long onsetNanos, OptionalLong closedNanos, Trial trial) {
        long end = closedNanos.orElse(trial.endNanos());
        return new DetectionMetrics.Span(onsetNanos, Math.max(end, onsetNanos + 1));
    }

    /** Returns the episodes that a rule makes of judged windows, in order of time. */
    static List<DetectionMetrics.Span> episodes(Trial trial, Map<Long, Double> byWindowEnd, EpisodeRule rule) {
        List<DetectionMetrics.Span> episodes = new ArrayList<>();
        EpisodeState state = EpisodeState.initial();
        long onset = 0;
        for (Map.Entry<Long, Double> window : byWindowEnd.entrySet()) {
            EpisodeRule.Step step = rule.next(state, window.getKey(), window.getValue());
            state = step.state();
            EpisodeRule.Event event = step.event().orElse(null);
            if (event instanceof EpisodeRule.Event.Opened opened) {
                onset = opened.onsetNanos();
            } else if (event instanceof EpisodeRule.Event.Closed) {
                episodes.add(span(onset, OptionalLong.of(window.getKey()), trial));
            }
        }
        if (state.open()) {
            episodes.add(span(onset, OptionalLong.empty(), trial));
        }
        return episodes;
    }

    /** Returns how the test rows were called. */
    public DetectionMetrics.Points points() {
        return DetectionMetrics.points(trial.testLabels(), scores.alarms());
    }

    /** Returns how the stretches labelled anomalous were met by episodes. */
    public DetectionMetrics.Events events() {
        return DetectionMetrics.events(trial.events(), episodes);
    }

    /** Returns how many episodes met no labelled stretch. */
    public long falseEpisodes() {
        return episodes.size() - Math.round(events().precision() * episodes.size());
    }

    /** Returns the metrics of the file by their names in reports; without labels, only what needs none. */
    Map<String, Double> metrics() {
        Map<String, Double> metrics = new LinkedHashMap<>();
        if (!trial.recording().judged()) {
            metrics.put("alarm_time_on_normal", points().falseAlarmRate());
        } else if (trial.recording().labelled()) {
            metrics.putAll(PooledResult.pointMetrics(points()));
            metrics.put("event_recall", events().recall());
            metrics.put("false_episodes", (double) falseEpisodes());
            metrics.put("delay_s_median", events().medianDelayNanos().orElse(Double.NaN) / NANOS);
        }
        metrics.put("episodes", (double) episodes.size());
        metrics.put("rows", (double) trial.testRows());
        return metrics;
    }
}
