package org.industrialmind.learning.anomaly;

import java.time.Instant;
import java.time.InstantSource;
import org.industrialmind.learning.Trainer;

class GaussianDetectorTest extends AnomalyDetectorContract {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-06T00:00:00Z"));

    @Override
    protected Trainer<WindowSet, GaussianDetector> trainer() {
        BaselineSettings house = BaselineSettings.defaults();
        return new GaussianTrainer(new GaussianSettings(house, 0.3, FalseAlarmBudget.defaults()), CLOCK);
    }

    @Override
    protected DetectorFormat format() {
        return new GaussianFormat();
    }
}
