package org.industrialmind.learning.explanation;

import java.util.List;
import org.industrialmind.signal.Contribution;
import org.industrialmind.signal.Window;

/** Says which channels an abnormal window owes its score to. Safe for use by many threads. */
public interface WindowExplanation {
    /**
     * Explains a window.
     *
     * @return the channels, largest share first; empty if the detector does not find the window abnormal
     * @throws IllegalArgumentException if the detector cannot judge the window, or the reference is of other channels
     */
    List<Contribution> explain(Window window);
}
