package org.industrialmind.learning.prognosis.model;

import java.time.Instant;
import java.util.Map;
import org.industrialmind.learning.Provenance;
import org.industrialmind.learning.prognosis.Fleet;
import org.industrialmind.learning.prognosis.RemainingLifeTrainer;
import org.industrialmind.learning.prognosis.RunToFailure;

/** What a model remembers of its training. */
public final class TrainingNotes {
    private TrainingNotes() {}

    /** Returns the provenance of a model that this trainer, which is a record of its settings, makes of a fleet now. */
    public static Provenance of(RemainingLifeTrainer trainer, Fleet fleet, long seed) {
        int failed = fleet.failed().size();
        int rows = fleet.runs().stream().mapToInt(RunToFailure::rows).sum();
        String data = fleet.schema().fleet() + ": " + fleet.size() + " units, " + failed + " failed, " + rows + " rows";
        return Provenance.here(data, trainer.name(), Map.of("settings", trainer.toString()), seed, Instant.now());
    }
}
