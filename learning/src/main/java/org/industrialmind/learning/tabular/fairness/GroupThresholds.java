package org.industrialmind.learning.tabular.fairness;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * From which probability on a row is selected, for each group.
 *
 * <p>Thresholds of their own can make one rate equal, at the price of treating equal probabilities unequally; whether that is
 * allowed, or asked for, is for people and their laws to say. Equal selection, equal recall and calibration cannot all hold
 * where base rates differ [1].
 *
 * <ol>
 *   <li>Kleinberg, Mullainathan and Raghavan 2017, Inherent trade-offs in the fair determination of risk scores, ITCS.
 *   <li>Hardt, Price and Srebro 2016, Equality of opportunity in supervised learning, NeurIPS 29.
 * </ol>
 *
 * @param otherwise the threshold of a group that has none of its own
 */
public record GroupThresholds(Map<Integer, Double> own, double otherwise) {
    public GroupThresholds {
        own = Map.copyOf(own);
    }

    /** Returns one threshold for all. */
    public static GroupThresholds same(double threshold) {
        return new GroupThresholds(Map.of(), threshold);
    }

    /** Returns thresholds by which about this share of each group is selected. */
    public static GroupThresholds ofSelectionRate(JudgedRows rows, double rate) {
        return each(rows, rate, false);
    }

    /** Returns thresholds by which about this share of the positive rows of each group is selected. */
    public static GroupThresholds ofRecall(JudgedRows rows, double recall) {
        return each(rows, recall, true);
    }

    private static GroupThresholds each(JudgedRows rows, double share, boolean positivesOnly) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("a share of " + share + " to select is not in (0, 1]");
        }
        Map<Integer, Double> own = new LinkedHashMap<>();
        for (int group : rows.groups()) {
            double[] ascending = IntStream.range(0, rows.size())
                    .filter(r -> rows.group(r) == group && (rows.positive(r) || !positivesOnly))
                    .mapToDouble(rows::probability)
                    .sorted()
                    .toArray();
            if (ascending.length == 0) {
                throw new IllegalArgumentException(
                        "group " + group + " has no positive row: expected some to set its recall by");
            }
            int selected = (int) Math.max(1, Math.round(share * ascending.length));
            own.put(group, ascending[ascending.length - selected]);
        }
        return new GroupThresholds(
                own,
                own.values().stream().mapToDouble(Double::doubleValue).average().orElseThrow());
    }

    public double of(int group) {
        return own.getOrDefault(group, otherwise);
    }
}
