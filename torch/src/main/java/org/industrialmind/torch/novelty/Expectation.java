package org.industrialmind.torch.novelty;

import java.util.Map;
import org.industrialmind.learning.format.Tensor;

/** A network that has learned normal windows and says what it expects of others. Safe for use by many threads. */
interface Expectation {
    /** Returns the first step of a window of which anything is expected. */
    int first();

    /**
     * Returns what is expected of windows.
     *
     * @param encoded whole windows, [window, channel, step]
     */
    Expected of(float[] encoded);

    /** Returns the weights by name. */
    Map<String, Tensor> tensors();

    /** Returns what may interest a person, by name. */
    Map<String, Double> facts();
}
