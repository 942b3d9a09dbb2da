package org.industrialmind.learning.tabular.imbalance;

/**
 * How often a rule was right and wrong, by weight.
 *
 * @param hits positive, and called so
 * @param falseAlarms negative, but called positive
 * @param misses positive, but called negative
 * @param rests negative, and called so
 */
public record Decisions(double hits, double falseAlarms, double misses, double rests) {
    /** Returns how good decisions are; more is better. */
    @FunctionalInterface
    public interface Worth {
        double of(Decisions decisions);
    }

    /** Returns the harmonic mean of precision and recall; 0 without a hit. */
    public double f1() {
        return hits == 0 ? 0 : 2 * hits / (2 * hits + falseAlarms + misses);
    }

    /** Returns recall less false alarm rate (Youden's J). */
    public double youden() {
        return hits / (hits + misses) - falseAlarms / (falseAlarms + rests);
    }

    /** Returns Matthews' correlation; 0 where it divides by 0. */
    public double matthews() {
        double product = (hits + falseAlarms) * (hits + misses) * (rests + falseAlarms) * (rests + misses);
        return product == 0 ? 0 : (hits * rests - falseAlarms * misses) / Math.sqrt(product);
    }

    /** Returns what the errors cost in all. */
    public double cost(double falseAlarm, double miss) {
        return falseAlarms * falseAlarm + misses * miss;
    }

    /** Returns the worth that is least cost. */
    public static Worth cheapest(double falseAlarm, double miss) {
        return decisions -> -decisions.cost(falseAlarm, miss);
    }
}
