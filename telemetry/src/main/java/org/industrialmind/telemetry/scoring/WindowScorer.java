package org.industrialmind.telemetry.scoring;

import java.util.List;
import org.industrialmind.signal.Assessment;
import org.industrialmind.signal.Window;

/** Judges windows: the runtime's only view of a model. Implementations are safe for use by many threads. */
@FunctionalInterface
public interface WindowScorer {
    /**
     * Assesses a micro-batch of windows, which may be of many assets and classes.
     *
     * @return one assessment for each window, in the same order; a window that cannot be judged is
     *     {@link Assessment.NotAssessable}, not an exception
     */
    List<Assessment> assess(List<Window> windows);
}
