package org.industrialmind.learning.selection;

import org.industrialmind.learning.Trainer;
import org.industrialmind.learning.anomaly.AnomalyDetector;
import org.industrialmind.learning.anomaly.WindowSet;

/**
 * A detector that a machine may get.
 *
 * @param name as the evidence table shows it
 */
public record DetectorCandidate(String name, Trainer<WindowSet, ? extends AnomalyDetector> trainer) {}
