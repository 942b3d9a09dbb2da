package org.industrialmind.foundations.metrics;

import org.industrialmind.foundations.statistics.Ranks;

/**
 * What is caught as the threshold falls past one score after the other: the common ground of all curves over thresholds.
 *
 * <p>Rows of equal score are caught together, for no threshold can part them; taking them one by one would reward the order
 * in which they happen to lie. Complexity: O(n log n).
 *
 * @param thresholds the distinct scores, descending
 * @param hits weight of the positive rows that score at least as much
 * @param falseAlarms weight of the negative rows that score at least as much
 */
record ScoreOrder(double[] thresholds, double[] hits, double[] falseAlarms) {
    static ScoreOrder of(boolean[] positive, double[] scores, double[] weights) {
        MetricChecks.requireSameLength("scores", scores.length, "labels", positive.length);
        MetricChecks.requireWeights(weights, positive.length);
        int[] order = Ranks.descending(scores);
        int distinct = distinct(scores, order);
        ScoreOrder result = new ScoreOrder(new double[distinct], new double[distinct], new double[distinct]);
        double hits = 0;
        double falseAlarms = 0;
        int at = 0;
        for (int i = 0; i < order.length; i++) {
            int row = order[i];
            if (positive[row]) {
                hits += weights[row];
            } else {
                falseAlarms += weights[row];
            }
            if (i == order.length - 1 || scores[order[i + 1]] != scores[row]) {
                result.thresholds[at] = scores[row];
                result.hits[at] = hits;
                result.falseAlarms[at++] = falseAlarms;
            }
        }
        return result;
    }

    private static int distinct(double[] scores, int[] order) {
        int distinct = 1;
        for (int i = 1; i < order.length; i++) {
            if (scores[order[i]] != scores[order[i - 1]]) {
                distinct++;
            }
        }
        return distinct;
    }

    int size() {
        return thresholds.length;
    }

    double positives() {
        return hits[size() - 1];
    }

    double negatives() {
        return falseAlarms[size() - 1];
    }

    ScoreOrder requirePositives() {
        if (positives() == 0) {
            throw new IllegalArgumentException("no row is positive: expected at least one to be found");
        }
        return this;
    }

    ScoreOrder requireNegatives() {
        if (negatives() == 0) {
            throw new IllegalArgumentException("no row is negative: expected at least one to be told apart");
        }
        return this;
    }
}
