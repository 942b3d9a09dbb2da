package org.industrialmind.lifecycle.registry;

import java.time.Instant;
import org.industrialmind.signal.ModelRef;

/** Who made which version the champion, when and why. */
public record Promotion(ModelRef model, String by, String reason, Instant at) {}
