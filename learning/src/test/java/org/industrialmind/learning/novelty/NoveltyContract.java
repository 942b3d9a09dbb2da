package org.industrialmind.learning.novelty;

import java.time.Instant;
import java.time.InstantSource;
import org.industrialmind.learning.Trainer;
import org.industrialmind.learning.anomaly.AnomalyDetectorContract;
import org.industrialmind.learning.anomaly.DetectorFormat;
import org.industrialmind.learning.anomaly.WindowSet;

/** What the detector of every {@link NoveltyMethod} must keep. A method's test extends this. */
abstract class NoveltyContract extends AnomalyDetectorContract {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-06T00:00:00Z"));

    protected abstract NoveltyMethod method();

    @Override
    protected Trainer<WindowSet, NoveltyDetector> trainer() {
        return new NoveltyTrainer(method(), NoveltySettings.defaults(), CLOCK);
    }

    @Override
    protected DetectorFormat format() {
        return new NoveltyFormat(method());
    }
}
