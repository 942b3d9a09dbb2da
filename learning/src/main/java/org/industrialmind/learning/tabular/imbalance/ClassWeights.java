package org.industrialmind.learning.tabular.imbalance;

import java.util.Arrays;
import java.util.List;
import org.industrialmind.foundations.supervised.LabelledRows;

/** How much each class counts. */
@FunctionalInterface
public interface ClassWeights {
    /** Returns the factor on the weight of each row of a class. Shape: [class]. */
    double[] of(LabelledRows rows);

    /** Returns the factors that give each class the same total, and leave the total as it is. */
    static ClassWeights balanced() {
        return rows -> {
            double[] sums = rows.classWeights();
            double total = Arrays.stream(sums).sum();
            long present = Arrays.stream(sums).filter(sum -> sum > 0).count();
            return Arrays.stream(sums)
                    .map(sum -> sum > 0 ? total / (present * sum) : 1)
                    .toArray();
        };
    }

    /** Returns these factors. */
    static ClassWeights of(Double... factors) {
        List<Double> given = List.of(factors);
        if (given.stream().anyMatch(factor -> !(factor >= 0) || factor.isInfinite())) {
            throw new IllegalArgumentException("seen the class weights " + given + ": expected none below 0");
        }
        return rows -> {
            if (rows.classes() != given.size()) {
                throw new IllegalArgumentException("seen " + given.size() + " class weights for " + rows.classes()
                        + " classes: expected one for each");
            }
            return given.stream().mapToDouble(Double::doubleValue).toArray();
        };
    }
}
