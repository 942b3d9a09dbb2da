package org.industrialmind.learning.decision;

import java.io.IOException;
import java.nio.file.Path;
import org.industrialmind.learning.anomaly.DetectorFormat;

/** The format of {@link DecidingDetector}s, whose policy can be read without the detector. */
public interface DecidingFormat extends DetectorFormat {
    /**
     * Reads the policy of a kept detector.
     *
     * @throws IOException as {@link #load} does
     */
    DecisionPolicy policy(Path folder) throws IOException;
}
