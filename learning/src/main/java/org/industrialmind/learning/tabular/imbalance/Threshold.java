package org.industrialmind.learning.tabular.imbalance;

import org.industrialmind.foundations.statistics.Ranks;

/**
 * From which probability on a row is called positive.
 *
 * @param value at least this
 * @param worth of the decisions it was chosen by
 * @param decisions on those rows
 */
public record Threshold(double value, double worth, Decisions decisions) {
    /**
     * Returns the threshold of most worth.
     *
     * <p>All thresholds that decide differently are tried, halfway between neighbouring probabilities; of equally good ones
     * the highest is taken, and one above 1 if calling nobody positive is best. Choose it on rows that the classifier had not
     * seen. Complexity: a sort.
     */
    public static Threshold best(boolean[] positive, double[] probabilities, double[] weights, Decisions.Worth worth) {
        if (probabilities.length != positive.length || weights.length != positive.length) {
            throw new IllegalArgumentException("seen " + positive.length + " labels, " + probabilities.length
                    + " probabilities and " + weights.length + " weights: expected one of each for each row");
        }
        double positives = 0;
        double negatives = 0;
        for (int r = 0; r < positive.length; r++) {
            positives += positive[r] ? weights[r] : 0;
            negatives += positive[r] ? 0 : weights[r];
        }
        if (positives == 0 || negatives == 0) {
            throw new IllegalArgumentException("seen weight " + positives + " of positive and " + negatives
                    + " of negative rows: expected some of both to choose a threshold between them");
        }
        int[] order = Ranks.descending(probabilities);
        Decisions nobody = new Decisions(0, 0, positives, negatives);
        Threshold best = new Threshold(Math.nextUp(1.0), worth.of(nobody), nobody);
        double hits = 0;
        double falseAlarms = 0;
        for (int i = 0; i < order.length; i++) {
            hits += positive[order[i]] ? weights[order[i]] : 0;
            falseAlarms += positive[order[i]] ? 0 : weights[order[i]];
            double at = probabilities[order[i]];
            double next = i + 1 < order.length ? probabilities[order[i + 1]] : 0;
            if (i + 1 < order.length && next == at) {
                continue;
            }
            Decisions decisions = new Decisions(hits, falseAlarms, positives - hits, negatives - falseAlarms);
            double found = worth.of(decisions);
            if (found > best.worth()) {
                best = new Threshold((at + next) / 2, found, decisions);
            }
        }
        return best;
    }

    /** Returns the threshold of least cost for probabilities that mean what they say; nothing needs to be learned. */
    public static double ofCosts(double falseAlarm, double miss) {
        if (!(falseAlarm > 0) || !(miss > 0)) {
            throw new IllegalArgumentException(
                    "a false alarm costs " + falseAlarm + " and a miss " + miss + ": expected both above 0");
        }
        return falseAlarm / (falseAlarm + miss);
    }
}
