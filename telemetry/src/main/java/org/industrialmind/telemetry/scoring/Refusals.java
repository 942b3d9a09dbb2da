package org.industrialmind.telemetry.scoring;

import java.util.function.Consumer;
import org.industrialmind.telemetry.wire.DeadLetters;
import org.industrialmind.telemetry.wire.DeadLetters.Source;
import org.industrialmind.telemetry.wire.Rejection;
import org.jspecify.annotations.Nullable;

/** Lays aside what cannot be used, counts it, and settles its effect when the dead letter is durable. */
final class Refusals {
    private final DeadLetters deadLetters;
    private final ScoringCounters counters;
    private final Consumer<Throwable> failure;

    Refusals(DeadLetters deadLetters, ScoringCounters counters, Consumer<Throwable> failure) {
        this.deadLetters = deadLetters;
        this.counters = counters;
        this.failure = failure;
    }

    /** Refuses the bytes; an effect of the entry must be open, and is settled. */
    void refuse(
            OffsetLedger.Entry entry,
            Source source,
            byte @Nullable [] key,
            byte @Nullable [] value,
            int rows,
            Rejection reason,
            String message) {
        counters.rejected(reason, rows);
        var _ = deadLetters.lay(source, key, value, reason, message).whenComplete((_, failed) -> {
            if (failed == null) {
                entry.settle();
            } else {
                failure.accept(failed); // a dead letter that cannot be kept would be a silent loss
            }
        });
    }
}
