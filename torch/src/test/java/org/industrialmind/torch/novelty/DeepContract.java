package org.industrialmind.torch.novelty;

import java.time.Instant;
import java.time.InstantSource;
import org.industrialmind.learning.Trainer;
import org.industrialmind.learning.anomaly.AnomalyDetectorContract;
import org.industrialmind.learning.anomaly.DetectorFormat;
import org.industrialmind.learning.anomaly.WindowSet;
import org.industrialmind.learning.novelty.NoveltyDetector;
import org.industrialmind.learning.novelty.NoveltyFormat;
import org.industrialmind.learning.novelty.NoveltyMethod;
import org.industrialmind.learning.novelty.NoveltySettings;
import org.industrialmind.learning.novelty.NoveltyTrainer;

/** What every detector must keep, by a network that learned in a second what the house settings give it longer for. */
abstract class DeepContract extends AnomalyDetectorContract {
    static final DeepSettings QUICK = new DeepSettings(8, 8, 1e-2, 400);

    abstract NoveltyMethod method();

    @Override
    protected Trainer<WindowSet, NoveltyDetector> trainer() {
        return new NoveltyTrainer(method(), NoveltySettings.defaults(), InstantSource.fixed(Instant.EPOCH));
    }

    @Override
    protected DetectorFormat format() {
        return new NoveltyFormat(method());
    }
}
