package org.industrialmind.serving.backtest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.industrialmind.learning.anomaly.EpisodeRule;
import org.industrialmind.learning.backtest.ArmOrder;
import org.industrialmind.learning.backtest.BacktestOrder;
import org.industrialmind.learning.backtest.KnownEvent;
import org.industrialmind.serving.web.Given;
import org.industrialmind.serving.web.Problem;
import org.industrialmind.serving.web.Times;
import org.industrialmind.signal.AssetId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A backtest as it is asked for: what is left out stays as it is today.
 *
 * @param model the registered name, such as {@code anomaly/centrifugal-pump}
 * @param from start of the history, inclusive
 * @param to its end, exclusive
 * @param assets the machines, or none for all of the model
 * @param events what is known to have gone wrong
 */
public record BacktestBody(
        @Nullable String model,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable CandidateBody candidate,
        @Nullable List<String> assets,
        @Nullable List<EventBody> events) {
    private static final int MOST_EVENTS = 10_000;

    /**
     * What is to be changed.
     *
     * @param version of the model; the champion if left out
     * @param needed abnormal windows that open an episode
     * @param of among so many of the last windows
     * @param offLevel score below which an open episode is quiet, in (0, 1]
     * @param quietSeconds how long it must be quiet before it closes
     * @param limitFactor what the calibrated limits are multiplied by
     */
    public record CandidateBody(
            @Nullable Integer version,
            @Nullable Integer needed,
            @Nullable Integer of,
            @Nullable Double offLevel,
            @Nullable Long quietSeconds,
            @Nullable Double limitFactor) {
        ArmOrder changing(EpisodeRule armed) {
            EpisodeRule rule = new EpisodeRule(
                    Objects.requireNonNullElse(needed, armed.needed()),
                    Objects.requireNonNullElse(of, armed.of()),
                    Objects.requireNonNullElse(offLevel, armed.offLevel()),
                    quietSeconds == null ? armed.quiet() : Duration.ofSeconds(quietSeconds),
                    armed.away(),
                    armed.settle());
            return new ArmOrder(
                    version == null ? OptionalInt.empty() : OptionalInt.of(version),
                    rule,
                    Objects.requireNonNullElse(limitFactor, 1.0));
        }
    }

    /** Something that did go wrong. */
    public record EventBody(
            @Nullable String asset,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable String what) {
        static EventBody of(KnownEvent event) {
            return new EventBody(
                    event.asset().value(), instant(event.fromNanos()), instant(event.untilNanos()), event.what());
        }

        KnownEvent known(String field) {
            return new KnownEvent(
                    new AssetId(Given.text(asset, field + ".asset", "the tag of a machine")),
                    nanos(from, field + ".from"),
                    nanos(until, field + ".until"),
                    Objects.requireNonNullElse(what, ""));
        }
    }

    /**
     * Returns the order that was meant.
     *
     * @param armed the rule by which alarms are raised today
     * @throws Problem if a field is missing
     * @throws IllegalArgumentException if a value is out of its range
     */
    BacktestOrder order(EpisodeRule armed) {
        List<EventBody> given = Objects.requireNonNullElse(events, List.of());
        if (given.size() > MOST_EVENTS) {
            throw new IllegalArgumentException("the field 'events' has " + given.size() + " events: expected at most "
                    + MOST_EVENTS + "; ask for a shorter span");
        }
        List<KnownEvent> known = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            known.add(given.get(i).known("events[" + i + "]"));
        }
        long fromNanos = nanos(from, "from");
        long untilNanos = nanos(to, "to");
        return new BacktestOrder(
                Given.text(model, "model", "the name of a model"),
                ArmOrder.champion(armed),
                candidate == null ? ArmOrder.champion(armed) : candidate.changing(armed),
                Objects.requireNonNullElse(assets, List.<String>of()).stream()
                        .map(AssetId::new)
                        .toList(),
                fromNanos,
                untilNanos,
                known);
    }

    private static long nanos(@Nullable Instant time, String field) {
        if (time == null) {
            throw new Problem(
                    HttpStatus.BAD_REQUEST,
                    "the field '" + field + "' is missing",
                    "give in '" + field + "' a time such as 2026-11-20T09:30:00Z");
        }
        return Times.nanos(time);
    }

    static Instant instant(long nanos) {
        return Instant.EPOCH.plusNanos(nanos);
    }
}
