package org.industrialmind.serving.backtest;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.industrialmind.learning.backtest.BacktestReport;
import org.industrialmind.learning.backtest.BacktestReport.Outcome;
import org.industrialmind.learning.backtest.Changes;
import org.industrialmind.learning.backtest.ReplayedEpisode;
import org.industrialmind.serving.backtest.BacktestBody.EventBody;
import org.jspecify.annotations.Nullable;

/**
 * What a backtest found.
 *
 * @param assets the machines that were replayed
 * @param events the known events of those machines in the span
 * @param kept alarms of the candidate that today's arm raises too
 * @param added alarms that only the candidate raises
 * @param removed alarms that only today's arm raises
 */
public record BacktestResult(
        List<String> assets, List<EventBody> events, int kept, int added, int removed, ArmView now, ArmView candidate) {

    /**
     * One arm. What needs known events, or a hit among them, is null without.
     *
     * @param judged windows with a score
     * @param abnormal those above the limit
     * @param abstained windows without a judgement, by reason
     * @param delayHours median from the first sign to the first alarm
     * @param leadHours median from the first alarm to the end of the event
     * @param fingerprint equal for two runs exactly when they are the same to the last bit
     * @param episodes the first {@value #MOST_EPISODES}
     */
    public record ArmView(
            String model,
            int version,
            long judged,
            long abnormal,
            Map<String, Long> abstained,
            int alarms,
            double alarmsPerDay,
            double alarmsPerAssetMonth,
            @Nullable Integer hits,
            @Nullable Integer falseAlarms,
            @Nullable Double delayHours,
            @Nullable Double leadHours,
            List<EventBody> missed,
            String fingerprint,
            List<EpisodeView> episodes) {}

    /**
     * An alarm that would have been.
     *
     * @param closed null while it was still open at the end of the history
     * @param change {@code kept}, {@code added} or {@code removed}
     */
    public record EpisodeView(
            String asset,
            Instant onset,
            Instant raised,
            @Nullable Instant closed,
            double peak,
            String channel,
            String change) {}

    /** How many episodes of an arm are shown; the numbers count all. */
    static final int MOST_EPISODES = 1000;

    static BacktestResult of(BacktestReport report) {
        Changes changes = report.changes();
        boolean known = !report.events().isEmpty();
        return new BacktestResult(
                report.assets().stream().map(asset -> asset.value()).toList(),
                report.events().stream().map(EventBody::of).toList(),
                changes.kept().size(),
                changes.added().size(),
                changes.removed().size(),
                arm(report.now(), known, new HashSet<>(changes.removed()), "removed"),
                arm(report.candidate(), known, new HashSet<>(changes.added()), "added"));
    }

    private static ArmView arm(Outcome outcome, boolean known, Set<ReplayedEpisode> only, String word) {
        Map<String, Long> abstained = new TreeMap<>();
        outcome.record().abstained().forEach((reason, count) -> abstained.put(reason.name(), count));
        return new ArmView(
                outcome.model().name(),
                outcome.model().version(),
                outcome.record().judged(),
                outcome.record().abnormal(),
                abstained,
                outcome.score().alarms(),
                outcome.score().alarmsPerDay(),
                outcome.score().alarmsPerAssetMonth(),
                known ? outcome.score().hits() : null,
                known ? outcome.score().falseAlarms() : null,
                number(outcome.score().medianDelayHours()),
                number(outcome.score().medianLeadHours()),
                outcome.score().missed().stream().map(EventBody::of).toList(),
                outcome.record().fingerprint(),
                outcome.record().episodes().stream()
                        .limit(MOST_EPISODES)
                        .map(episode -> episode(episode, only.contains(episode) ? word : "kept"))
                        .toList());
    }

    private static @Nullable Double number(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private static EpisodeView episode(ReplayedEpisode episode, String change) {
        return new EpisodeView(
                episode.asset().value(),
                BacktestBody.instant(episode.onsetNanos()),
                BacktestBody.instant(episode.raisedNanos()),
                episode.closedNanos().isPresent()
                        ? BacktestBody.instant(episode.closedNanos().getAsLong())
                        : null,
                episode.peak(),
                episode.channel(),
                change);
    }
}
