package org.industrialmind.learning.anomaly;

import java.util.List;
import java.util.Map;
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
     * Returns what is known of its quality from training, by name, such as {@code calibration_alarm_share}: the share of
     * normal windows, held out from fitting, that it calls abnormal. Empty if nothing is known.
     */
    default Map<String, Double> metrics() {
        return Map.of();
    }

    /**
     * Judges windows.
     *
     * @return one verdict for each window, in the same order
     * @throws IllegalArgumentException if a window has the schema of training but another number of rows
     */
    List<Verdict> judge(List<Window> windows);
}
