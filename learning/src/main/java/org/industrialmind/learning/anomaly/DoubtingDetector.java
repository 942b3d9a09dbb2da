package org.industrialmind.learning.anomaly;

import java.util.List;
import org.industrialmind.signal.Window;

/** A detector that takes into account how sure the levels of a window are: what may well be off is weak evidence. */
public interface DoubtingDetector extends AnomalyDetector {
    /**
     * Judges windows whose levels are in doubt.
     *
     * @param doubts one for each window
     * @return one verdict for each window, in the same order
     */
    List<Verdict> judge(List<Window> windows, List<LevelDoubt> doubts);
}
