package org.industrialmind.learning.selection;

import java.util.List;
import org.industrialmind.learning.anomaly.BaselineSettings;

/**
 * How detectors are compared.
 *
 * @param baseline by which windows are placed
 * @param holdOut the share of the windows in (0, 1), the latest ones, that detectors are compared on
 * @param blocks of time that the held-out windows of a machine are cut into, to see how steady a detector is
 * @param severities of injected faults, in standard deviations
 * @param trials of each kind of fault and machine
 */
public record SelectionSettings(
        BaselineSettings baseline, double holdOut, int blocks, List<Double> severities, int trials) {
    /** @throws IllegalArgumentException if the share is outside (0, 1), or there is no block, severity or trial */
    public SelectionSettings {
        severities = List.copyOf(severities);
        boolean positive = severities.stream().allMatch(sigmas -> sigmas > 0 && Double.isFinite(sigmas));
        if (!(holdOut > 0 && holdOut < 1) || blocks < 1 || trials < 1 || severities.isEmpty() || !positive) {
            throw new IllegalArgumentException(
                    "selection settings with hold-out " + holdOut + ", " + blocks + " blocks, "
                            + trials + " trials and severities " + severities
                            + " are not valid: expected a share in (0, 1), and at least one block, trial and severity"
                            + " above 0");
        }
    }

    /** Returns the house settings: the last 40 %, in four blocks, with 40 faults of each kind of 1.5, 3 and 6 sigma. */
    public static SelectionSettings defaults() {
        return new SelectionSettings(BaselineSettings.defaults(), 0.4, 4, List.of(1.5, 3.0, 6.0), 40);
    }
}
