package org.industrialmind.learning.vibration.severity;

/**
 * Where one zone ends and the next begins, for the velocity on bearing housings from 10 to 1000 Hz.
 *
 * @param ab upper end of zone A, mm/s rms
 * @param bc upper end of zone B, mm/s rms
 * @param cd upper end of zone C, mm/s rms
 */
public record ZoneLimits(double ab, double bc, double cd) {
    public ZoneLimits {
        if (!(ab > 0 && ab < bc && bc < cd) || Double.isInfinite(cd)) {
            throw new IllegalArgumentException(
                    "zone limits " + ab + ", " + bc + ", " + cd + " mm/s: expected three positive, rising numbers");
        }
    }

    /**
     * Returns the zone of a velocity; a limit itself belongs to the zone below it.
     *
     * @param velocityRms in mm/s
     * @throws IllegalArgumentException if it is negative or not a number
     */
    public Zone zone(double velocityRms) {
        if (!(velocityRms >= 0)) {
            throw new IllegalArgumentException("a velocity of " + velocityRms + " mm/s rms: expected 0 or more");
        }
        if (velocityRms <= ab) {
            return Zone.A;
        }
        if (velocityRms <= bc) {
            return Zone.B;
        }
        return velocityRms <= cd ? Zone.C : Zone.D;
    }
}
