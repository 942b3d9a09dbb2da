package org.industrialmind.learning.novelty;

import java.util.Map;
import org.industrialmind.learning.anomaly.StandardWindow;
import org.industrialmind.learning.format.Tensor;

/** Turns a window into a few vectors, one for each of its patches, that lie near each other where the patches are alike. */
public interface Embedding {
    /** Returns how many numbers a vector has. */
    int size();

    /** Returns the vectors of the window's patches, always as many. Shape: [patch, size]. */
    float[] of(StandardWindow window);

    /** Returns all that is needed to make it again, by name. */
    Map<String, Tensor> tensors();
}
