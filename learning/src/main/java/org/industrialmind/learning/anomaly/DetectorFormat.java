package org.industrialmind.learning.anomaly;

import java.io.IOException;
import java.nio.file.Path;

/** How detectors of one kind are kept in a folder and brought back. Nothing in the folder can run code when it is read. */
public interface DetectorFormat {
    /** Returns the {@link AnomalyDetector#kind()} that this format keeps. */
    String kind();

    /**
     * Writes the detector into an existing, empty folder.
     *
     * @throws IllegalArgumentException if the detector is of another kind
     */
    void save(AnomalyDetector detector, Path folder) throws IOException;

    /**
     * Reads a detector back; it judges exactly as the saved one did.
     *
     * @throws IOException if a file is missing, truncated, or does not hold what it should; the message names the file
     */
    AnomalyDetector load(Path folder) throws IOException;
}
