package org.industrialmind.telemetry.wire;

import java.util.Optional;
import org.industrialmind.signal.FrameSchema;

/** Knows schemas by their id. */
@FunctionalInterface
public interface SchemaSource {
    Optional<FrameSchema> find(long id);
}
