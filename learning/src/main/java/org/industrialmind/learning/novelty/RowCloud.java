package org.industrialmind.learning.novelty;

import java.util.List;
import java.util.Map;
import org.industrialmind.learning.format.NamedTensors;
import org.industrialmind.learning.format.Tensor;

/**
 * What is known of normal lagged rows: each row of a series with those before it laid beside it, the newest first. Shape of
 * a row: [lag and channel]. Immutable and safe for use by many threads.
 */
public interface RowCloud {
    /** Returns the squared distance of a lagged row from the normal ones, from 0 and finite. */
    double squared(double[] row);

    /** Returns what each channel accounts for, at all lags together, of the mean distance of some rows. Shape: [channel]. */
    double[] blame(List<double[]> rows, int channels);

    /** Returns all that {@link LaggedMethod#restore(int, NamedTensors)} needs, by name. */
    Map<String, Tensor> tensors();
}
