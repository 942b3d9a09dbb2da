package org.industrialmind.learning.tabular.explain;

/**
 * What may become of a column.
 *
 * @param low the least value it may have
 * @param high the greatest
 * @param step values are whole multiples of it from the present one; 0 if any value will do
 * @param cost of moving it by its scale; more keeps it where it is
 */
public record Feasible(double low, double high, double step, double cost) {
    public Feasible {
        if (!(low <= high) || !(step >= 0) || !(cost > 0)) {
            throw new IllegalArgumentException("a column in [" + low + ", " + high + "] by steps of " + step
                    + " at a cost of " + cost + ": expected low not above high, no negative step, a cost above 0");
        }
    }

    /** Returns a column that may go anywhere in the range. */
    public static Feasible within(double low, double high) {
        return new Feasible(low, high, 0, 1);
    }

    /** Returns a column that nobody can change, such as an age. */
    public static Feasible fixed() {
        return new Feasible(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, 0, 1);
    }

    boolean isFixed() {
        return high == Double.NEGATIVE_INFINITY;
    }

    /** Returns the nearest allowed value on the grid of steps around the present one. */
    double nearest(double value, double present) {
        double clamped = Math.clamp(value, low, high);
        if (step == 0) {
            return clamped;
        }
        double steps = (clamped - present) / step;
        double whole = present + step * Math.rint(steps);
        return whole < low ? whole + step : whole > high ? whole - step : whole;
    }
}
