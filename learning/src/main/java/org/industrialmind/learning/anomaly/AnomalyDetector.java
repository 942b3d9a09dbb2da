package org.industrialmind.learning.anomaly;

import java.util.List;
import org.industrialmind.learning.Model;
import org.industrialmind.signal.Window;

/**
 * Says of each window how far it lies from the normal behaviour of its own machine.
 *
 * <p>A detector is immutable and safe for use by many threads. It judges each window on its own: the verdict on a window
 * does not depend on the others of the same call, which are there only so that work can be shared.
 */
public interface AnomalyDetector extends Model {
    /** Returns the kind of detector, by which its {@link DetectorFormat} is found: {@code pca}, {@code dense-autoencoder}. */
    String kind();

    /** Returns the number of rows that a window must have. */
    int windowLength();

    /**
     * Judges windows.
     *
     * @return one verdict for each window, in the same order
     */
    List<Verdict> judge(List<Window> windows);
}
