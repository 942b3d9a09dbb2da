package org.industrialmind.learning.vibration.condition;

import java.util.List;
import org.industrialmind.learning.vibration.Waveform;

/** What a classifier is told of a block of vibration. Implementations are records of their settings. */
public interface BlockFeatures {
    /** Returns the names of the features, in the order of a row. */
    List<String> names();

    /** Returns the features of a block. Shape: [feature]; all finite. */
    double[] row(Waveform block);
}
