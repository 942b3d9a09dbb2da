package org.industrialmind.simulator.machine;

/** What a spalling rolling bearing adds to what is measured near it, as functions of the damage from 0 to 1. */
final class Bearing {
    private Bearing() {}

    /** Returns the velocity it adds (root of the sum of squares), in mm/s RMS: 6 mm/s at failure. */
    static double velocity(double damage) {
        return 6 * damage * Math.sqrt(damage);
    }

    /** Returns the amplitude at the ball pass frequency in the envelope spectrum, in g. */
    static double envelope(double damage, double speed) {
        return 0.05 * speed * StrictMath.exp(3.5 * damage);
    }

    /** Returns the heat of friction that it adds, as kelvin above the healthy temperature. */
    static double heating(double damage) {
        return 20 * damage * damage;
    }

    /** Returns the share by which drag raises the shaft power when the cage is about to go. */
    static double drag(double damage) {
        return damage > 0.8 ? 0.02 : 0;
    }
}
