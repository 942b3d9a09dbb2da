package org.industrialmind.serving.training;

import java.time.Instant;
import java.util.Optional;

/**
 * A training as somebody asks for it; what is left out stays as it was the last time.
 *
 * @param model the registered name, such as {@code anomaly/centrifugal-pump}
 * @param detector the kind
 * @param from start of the span that is normal, inclusive
 * @param to its end, exclusive
 */
public record TrainingOrder(
        String model, Optional<String> detector, Optional<Instant> from, Optional<Instant> to, Optional<Long> seed) {}
