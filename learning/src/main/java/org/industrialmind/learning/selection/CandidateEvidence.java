package org.industrialmind.learning.selection;

import java.util.EnumMap;
import java.util.Map;
import org.industrialmind.learning.evaluation.FaultKind;

/**
 * What speaks for and against a detector on one machine.
 *
 * @param windows how many held-out normal windows it judged
 * @param alarmShare the share of those above its own limit
 * @param tailSpread standard deviation of the natural logarithm of the 99 % quantile of its score from block to block: 0.1
 *     is a tail that moves by a tenth
 * @param price the score that it would have to be limited by: the highest 99 % quantile of any block, 1 at least
 * @param recall the share of injected faults of each kind that score above the price
 */
public record CandidateEvidence(
        String candidate,
        int windows,
        double alarmShare,
        double tailSpread,
        double price,
        Map<FaultKind, Double> recall) {
    public CandidateEvidence {
        recall = recall.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(recall));
    }

    /** Returns the share of injected faults of that kind that it found; NaN if none was tried. */
    public double found(FaultKind kind) {
        return recall.getOrDefault(kind, Double.NaN);
    }

    /** Returns the mean recall over the kinds of fault, by which candidates are ranked; 0 if none was tried. */
    public double worth() {
        return recall.values().stream().mapToDouble(share -> share).average().orElse(0);
    }
}
