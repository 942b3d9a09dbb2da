package org.industrialmind.learning.prognosis.path;

/**
 * What the fleet has taught about paths on the scale of a {@link WearCurve}, before the machine at hand has shown its own.
 *
 * <p>Unrest is known per unit of wear and not per hour: a machine that ages in an hour and one that ages in a year are as
 * restless as each other over a life, so what one has taught serves the other. The pace is another matter. It depends on
 * the load and on how bad the damage is, and where machines differ in it by orders of magnitude the fleet had better say
 * nothing: {@code paceHours} of 0.
 *
 * @param limitSpread standard deviation of the wear at which machines fail, around 1
 * @param unrest variance of the path per unit of wear
 * @param unrestWeight how many observed increments this knowledge of the unrest is worth
 * @param pace expected wear per hour
 * @param paceHours how many hours of watching this expectation is worth; 0 for one that says nothing
 */
public record FleetPrior(double limitSpread, double unrest, double unrestWeight, double pace, double paceHours) {
    /** @throws IllegalArgumentException unless spread, unrest and its weight are positive, and the pace is finite */
    public FleetPrior {
        boolean valid = limitSpread > 0
                && unrest > 0
                && unrestWeight > 0
                && paceHours >= 0
                && Double.isFinite(limitSpread + unrest + unrestWeight + pace + paceHours);
        if (!valid) {
            throw new IllegalArgumentException("fleet prior with limit spread " + limitSpread + ", unrest " + unrest
                    + " worth " + unrestWeight + " and pace " + pace + " worth " + paceHours
                    + " h: expected positive spread, unrest and weight, and finite numbers");
        }
    }

    /** Returns a prior that says nothing of the pace. */
    public static FleetPrior ofUnrest(double limitSpread, double unrest, double unrestWeight) {
        return new FleetPrior(limitSpread, unrest, unrestWeight, 0, 0);
    }
}
