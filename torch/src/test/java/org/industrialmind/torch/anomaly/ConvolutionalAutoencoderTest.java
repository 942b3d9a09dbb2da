package org.industrialmind.torch.anomaly;

import java.time.Instant;
import java.time.InstantSource;
import org.industrialmind.learning.Trainer;
import org.industrialmind.learning.anomaly.AnomalyDetectorContract;
import org.industrialmind.learning.anomaly.DetectorFormat;
import org.industrialmind.learning.anomaly.WindowSet;

class ConvolutionalAutoencoderTest extends AnomalyDetectorContract {
    @Override
    protected Trainer<WindowSet, AutoencoderDetector> trainer() {
        return new AutoencoderTrainer(
                AutoencoderSettings.of(Architecture.CONVOLUTIONAL), InstantSource.fixed(Instant.EPOCH));
    }

    @Override
    protected DetectorFormat format() {
        return new AutoencoderFormat(Architecture.CONVOLUTIONAL);
    }
}
