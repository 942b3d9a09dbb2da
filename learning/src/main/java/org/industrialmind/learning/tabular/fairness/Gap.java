package org.industrialmind.learning.tabular.fairness;

/**
 * How far apart the groups are in one rate.
 *
 * @param difference the largest less the smallest rate; groups where it is undefined are left out, and NaN if fewer than two
 *     are left
 * @param ratio the smallest over the largest rate; NaN where the largest is 0
 * @param differenceInterval in which the difference lies with the confidence asked for
 * @param ratioInterval in which the ratio lies
 */
public record Gap(Rate rate, double difference, double ratio, Interval differenceInterval, Interval ratioInterval) {
    /** What is compared, and the name of its equality. */
    public enum Rate {
        /** Equal: demographic parity. */
        SELECTION,
        /** Equal: equal opportunity; with equal false alarm rates, equalised odds. */
        RECALL,
        FALSE_ALARM,
        /** Equal: predictive parity. */
        PRECISION;

        double of(double hits, double falseAlarms, double positives, double negatives) {
            return switch (this) {
                case SELECTION -> (hits + falseAlarms) / (positives + negatives);
                case RECALL -> hits / positives;
                case FALSE_ALARM -> falseAlarms / negatives;
                case PRECISION -> hits / (hits + falseAlarms);
            };
        }
    }

    /** A range of values, both ends included. */
    public record Interval(double low, double high) {}
}
