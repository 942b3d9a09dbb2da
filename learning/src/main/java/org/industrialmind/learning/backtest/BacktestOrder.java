package org.industrialmind.learning.backtest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.industrialmind.signal.AssetId;

/**
 * A backtest to be run.
 *
 * @param model the registered name, such as {@code anomaly/centrifugal-pump}
 * @param now how alarms are raised today
 * @param candidate how they would be
 * @param assets the machines to replay, or none for all that the model was trained for
 * @param fromNanos start of the history, inclusive, in epoch nanoseconds
 * @param untilNanos its end, exclusive
 * @param events what is known to have gone wrong; may be empty
 */
public record BacktestOrder(
        String model,
        ArmOrder now,
        ArmOrder candidate,
        List<AssetId> assets,
        long fromNanos,
        long untilNanos,
        List<KnownEvent> events) {
    /** The longest span of one backtest: history is asked for hour by hour, also where there is none. */
    public static final Duration LONGEST = Duration.ofDays(800);

    /** @throws IllegalArgumentException if no model is named, or the span is empty or longer than {@link #LONGEST} */
    public BacktestOrder {
        assets = List.copyOf(assets);
        events = List.copyOf(events);
        if (model.isBlank() || untilNanos <= fromNanos) {
            throw new IllegalArgumentException("backtest of the model '" + model + "' from " + fromNanos + " until "
                    + untilNanos + ": expected the name of a model and a span that is not empty");
        }
        long span = untilNanos - fromNanos; // negative where it overflows: more than 292 years
        if (span < 0 || span > LONGEST.toNanos()) {
            throw new IllegalArgumentException("the span from " + Instant.EPOCH.plusNanos(fromNanos) + " to "
                    + Instant.EPOCH.plusNanos(untilNanos) + " is longer than " + LONGEST.toDays()
                    + " days: expected a shorter one; replay it in parts");
        }
    }
}
