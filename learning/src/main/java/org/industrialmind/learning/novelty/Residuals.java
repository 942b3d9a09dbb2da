package org.industrialmind.learning.novelty;

import java.util.List;
import java.util.Map;
import org.industrialmind.learning.anomaly.StandardWindow;
import org.industrialmind.learning.format.Tensor;

/**
 * What something that knows how a process behaves leaves of its windows: all that it did not expect. Immutable, and safe
 * for use by many threads.
 */
public interface Residuals {
    /** Returns the layout of the residuals of such windows: the same channels and places, at most as many rows. */
    Layout layout(Layout ofReadings);

    /** Returns what is left of each window, whatever stands beside it. Shape: [time, channel], with the layout's rows. */
    List<StandardWindow> of(List<StandardWindow> windows);

    /** Returns all that is needed to make it again, by name. */
    Map<String, Tensor> tensors();

    /** Returns what may interest a person, by name. */
    default Map<String, Double> facts() {
        return Map.of();
    }
}
