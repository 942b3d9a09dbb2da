package org.industrialmind.learning.prognosis.evaluation;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.industrialmind.learning.prognosis.Judged;

/**
 * What a fleet costs under a replacement policy, per unit of life: the measure of a forecast that a plant can bank.
 *
 * <p>Units are replaced by new ones without end, so the long-run cost is that of a cycle of renewal: mean cost over mean life
 * used [1]. Under each policy a unit costs the planned price if it was replaced in time and the price of a failure if not.
 *
 * <ul>
 *   <li>By condition: at each review, the first forecast that gives a chance of more than planned / failure of not lasting
 *       until a replacement ordered at the next review would be done, orders one; it is done after the lead time.
 *   <li>By age: all units at the one age that would have been cheapest for these lives. The age is chosen with hindsight, so
 *       the comparison favours it.
 *   <li>Perfect: each just before it fails.
 * </ul>
 *
 * <ol>
 *   <li>Barlow and Hunter 1960, Optimum preventive maintenance policies, Operations Research 8(1).
 * </ol>
 *
 * @param planned price of a replacement in time
 * @param failure price of a failure, more than a planned one
 * @param lead from the order to the replacement, in units of life
 * @param review from one review to the next, in units of life
 */
public record ReplacementCost(double planned, double failure, double lead, double review) {
    /** @throws IllegalArgumentException unless a failure costs more than a planned replacement, which costs something */
    public ReplacementCost {
        if (!(planned > 0) || !(failure > planned) || !(lead >= 0) || !(review >= 0)) {
            throw new IllegalArgumentException("planned price " + planned + ", failure " + failure + ", lead " + lead
                    + ", review " + review + ": expected 0 < planned < failure, and times from 0");
        }
    }

    /** Returns the cost per unit of life when the forecasts decide; each trajectory is of a unit seen to its failure. */
    public double byCondition(List<Trajectory> units) {
        return rate(units, this::replacedAt);
    }

    /** Returns the cost per unit of life of the best single age. */
    public double byAge(List<Trajectory> units) {
        return units.stream()
                .mapToDouble(unit -> rate(units, other -> Math.nextDown(unit.endOfLife())))
                .min()
                .orElseThrow();
    }

    /** Returns the cost per unit of life of replacing each unit just before it fails. */
    public double perfect(List<Trajectory> units) {
        return planned
                * units.size()
                / units.stream().mapToDouble(Trajectory::endOfLife).sum();
    }

    private double rate(List<Trajectory> units, ToDoubleFunction<Trajectory> replacement) {
        double cost = 0;
        double used = 0;
        for (Trajectory unit : units) {
            double age = replacement.applyAsDouble(unit);
            cost += age < unit.endOfLife() ? planned : failure;
            used += Math.min(age, unit.endOfLife());
        }
        return cost / used;
    }

    /** Returns the age at which the unit is replaced, infinite if no forecast asks for it. */
    private double replacedAt(Trajectory unit) {
        for (Judged one : unit.forecasts()) {
            if (one.forecast().life(planned / failure) <= lead + review) {
                return unit.endOfLife() - one.life() + lead;
            }
        }
        return Double.POSITIVE_INFINITY;
    }
}
