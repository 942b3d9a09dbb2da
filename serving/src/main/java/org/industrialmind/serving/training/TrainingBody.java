package org.industrialmind.serving.training;

import java.time.Instant;
import java.util.Optional;
import org.industrialmind.serving.web.Given;
import org.jspecify.annotations.Nullable;

/**
 * A training as it is asked for: what is left out stays as it was the last time it was done.
 *
 * @param model the registered name, such as {@code anomaly/centrifugal-pump}
 * @param detector the kind, such as {@code gaussian}
 * @param from start of the span that is normal; the first training of a model must say it
 * @param to its end; if left out, now, unless just what was done before is to be repeated
 */
public record TrainingBody(
        @Nullable String model,
        @Nullable String detector,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Long seed) {
    TrainingOrder order() {
        return new TrainingOrder(
                Given.text(model, "model", "a name such as anomaly/centrifugal-pump"),
                Optional.ofNullable(detector),
                Optional.ofNullable(from),
                Optional.ofNullable(to),
                Optional.ofNullable(seed));
    }
}
