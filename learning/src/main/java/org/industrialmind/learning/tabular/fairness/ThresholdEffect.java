package org.industrialmind.learning.tabular.fairness;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * What other thresholds would do: to the gaps, to the accuracy, and to how many rows.
 *
 * @param newlySelected rows that only the second thresholds select
 * @param newlyPassedOver rows that only the first thresholds select
 */
public record ThresholdEffect(
        FairnessReport before,
        FairnessReport after,
        double accuracyBefore,
        double accuracyAfter,
        int newlySelected,
        int newlyPassedOver) {
    /** Returns the comparison of two sets of thresholds on the same rows. */
    public static ThresholdEffect of(
            JudgedRows rows, GroupThresholds first, GroupThresholds second, FairnessAudit audit, long seed) {
        IntPredicate byFirst = r -> rows.probability(r) >= first.of(rows.group(r));
        IntPredicate bySecond = r -> rows.probability(r) >= second.of(rows.group(r));
        return new ThresholdEffect(
                audit.of(rows, first, seed),
                audit.of(rows, second, seed),
                count(rows, r -> byFirst.test(r) == rows.positive(r)) / (double) rows.size(),
                count(rows, r -> bySecond.test(r) == rows.positive(r)) / (double) rows.size(),
                count(rows, r -> bySecond.test(r) && !byFirst.test(r)),
                count(rows, r -> byFirst.test(r) && !bySecond.test(r)));
    }

    private static int count(JudgedRows rows, IntPredicate which) {
        return (int) IntStream.range(0, rows.size()).filter(which).count();
    }
}
