package org.industrialmind.learning.novelty;

import java.util.List;
import java.util.Map;
import org.industrialmind.learning.anomaly.StandardWindow;
import org.industrialmind.learning.format.Tensor;

/** Something that scores windows by rules of its own: the larger the stranger, in no unit that anyone knows. */
public interface Scorer {
    /** Returns the score of each window, whatever stands beside it; finite. */
    double[] of(List<StandardWindow> windows);

    /** Returns all that is needed to make it again, by name. */
    Map<String, Tensor> tensors();
}
