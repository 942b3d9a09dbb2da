package org.industrialmind.app.platform;

import java.util.List;
import org.industrialmind.learning.anomaly.DetectorFormat;
import org.industrialmind.learning.anomaly.PcaFormat;
import org.industrialmind.torch.anomaly.AutoencoderFormat;

/** The kinds of detector that this program can read back. */
public final class Detectors {
    private Detectors() {}

    public static List<DetectorFormat> formats() {
        return List.of(
                new PcaFormat(), AutoencoderFormat.dense(), AutoencoderFormat.convolutional());
    }
}
