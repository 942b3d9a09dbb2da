package org.industrialmind.learning.tabular.calibration;

import org.industrialmind.foundations.algebra.Matrix;

/** Learns from what was said and what happened how to say it better. */
public sealed interface CalibrationMethod permits ScoreCalibration, TemperatureScaling {
    /**
     * Learns a map of probabilities.
     *
     * @param probabilities of rows that the classifier had not seen, shape [row, class]
     * @param weights how often each row counts, shape [row]
     */
    Calibration fit(Matrix probabilities, int[] labels, double[] weights);
}
