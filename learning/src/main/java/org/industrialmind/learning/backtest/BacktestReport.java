package org.industrialmind.learning.backtest;

import java.time.Duration;
import java.util.List;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.ModelRef;

/**
 * What a backtest found: both arms side by side, and what would change.
 *
 * @param assets the machines that were replayed
 * @param events the known events of those machines that lie in the span, at least in part
 */
public record BacktestReport(
        BacktestOrder order, List<AssetId> assets, List<KnownEvent> events, Outcome now, Outcome candidate) {
    public BacktestReport {
        assets = List.copyOf(assets);
        events = List.copyOf(events);
    }

    /** One arm: the version that judged, what it made of the history, and what that would have been worth. */
    public record Outcome(ModelRef model, ArmRecord record, Scorecard score) {}

    /**
     * Scores the two records of an order.
     *
     * @throws IllegalArgumentException if no machine was replayed
     */
    public static BacktestReport of(
            BacktestOrder order,
            List<AssetId> assets,
            ModelRef nowModel,
            ArmRecord now,
            ModelRef candidateModel,
            ArmRecord candidate) {
        List<KnownEvent> events = order.events().stream()
                .filter(event -> assets.contains(event.asset()))
                .filter(event -> event.fromNanos() < order.untilNanos() && event.untilNanos() > order.fromNanos())
                .toList();
        Duration span = Duration.ofNanos(order.untilNanos() - order.fromNanos());
        return new BacktestReport(
                order,
                assets,
                events,
                new Outcome(nowModel, now, Scorecard.of(now, events, assets.size(), span)),
                new Outcome(candidateModel, candidate, Scorecard.of(candidate, events, assets.size(), span)));
    }

    public Changes changes() {
        return Changes.between(now.record(), candidate.record());
    }
}
