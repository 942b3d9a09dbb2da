package org.industrialmind.learning.vibration.severity;

/**
 * Where one zone ends and the next begins, for the velocity on bearing housings from 10 to 1000 Hz.
 *
 * @param ab upper end of zone A, mm/s rms
 * @param bc upper end of zone B, mm/s rms
 * @param cd upper end of zone C, mm/s rms
 */
public record ZoneLimits(double ab, double bc, double cd) {
    private static final double CHANGE = 0.25; // of the B/C limit: ISO 20816-1, criterion II

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
        requireVelocity(velocityRms);
        if (velocityRms <= ab) {
            return Zone.A;
        }
        if (velocityRms <= bc) {
            return Zone.B;
        }
        return velocityRms <= cd ? Zone.C : Zone.D;
    }

    /**
     * Returns whether a velocity has moved from its usual level, up <em>or down</em>, by more than a quarter of the B/C limit: a
     * change that should be looked into even within zone A.
     *
     * @param usualRms the level that was established for this machine at this place, in mm/s
     * @param velocityRms in mm/s
     * @throws IllegalArgumentException if one of them is negative or not a number
     */
    public boolean changed(double usualRms, double velocityRms) {
        requireVelocity(usualRms);
        requireVelocity(velocityRms);
        return Math.abs(velocityRms - usualRms) > CHANGE * bc;
    }

    private static void requireVelocity(double velocityRms) {
        if (!(velocityRms >= 0)) {
            throw new IllegalArgumentException("a velocity of " + velocityRms
                    + " mm/s rms: expected 0 or more; a block too" + " short for 10 Hz has none");
        }
    }
}
