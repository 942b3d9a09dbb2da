package org.industrialmind.foundations.metrics;

/**
 * How much is found in the best-scored part of the rows: what an inspector with limited time asks.
 *
 * <p>Within rows of equal score any order is as good as another, so what is found grows in proportion there.
 */
public final class Gains {
    private final ScoreOrder order;

    private Gains(ScoreOrder order) {
        this.order = order;
    }

    /** @throws IllegalArgumentException if the lengths differ, a score is NaN, or no row is positive */
    public static Gains of(boolean[] positive, double[] scores) {
        return new Gains(ScoreOrder.of(positive, scores, MetricChecks.equalWeights(positive.length))
                .requirePositives());
    }

    /**
     * Returns the share of all positive rows that lies in the best-scored share of the rows.
     *
     * @param share in [0, 1]
     */
    public double captured(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "gain of the best " + share + " of the rows: expected a share in [0, 1]");
        }
        double taken = share * (order.positives() + order.negatives());
        double before = 0;
        double found = 0;
        for (int i = 0; i < order.size(); i++) {
            double upTo = order.hits()[i] + order.falseAlarms()[i];
            if (taken <= upTo) {
                return (found + (order.hits()[i] - found) * (taken - before) / (upTo - before)) / order.positives();
            }
            before = upTo;
            found = order.hits()[i];
        }
        return 1;
    }

    /** Returns how many times as many positive rows the best-scored share holds as a share drawn at random. */
    public double lift(double share) {
        if (!(share > 0)) {
            throw new IllegalArgumentException(
                    "lift of the best " + share + " of the rows: expected a share in (0, 1]");
        }
        return captured(share) / share;
    }
}
