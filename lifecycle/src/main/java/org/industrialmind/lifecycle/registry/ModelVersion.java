package org.industrialmind.lifecycle.registry;

import java.time.Instant;
import java.util.Map;
import org.industrialmind.learning.Provenance;
import org.industrialmind.signal.ModelRef;

/** One registered version of a model. */
public record ModelVersion(
        ModelRef ref,
        String kind,
        String sha256,
        Provenance provenance,
        Map<String, Double> metrics,
        Instant registered,
        boolean champion) {
    public ModelVersion {
        metrics = Map.copyOf(metrics);
    }
}
