package org.industrialmind.simulator.plant;

/**
 * What may happen to a frame between gateway and receiver.
 *
 * @param late share of frames that come late: Pareto-distributed, 5 s in the median, an hour at most
 * @param duplicate share of frames that come twice
 * @param reordered share of frames that their successors overtake
 * @param outagesPerWeek of each gateway; what it holds back meanwhile comes all at once afterwards, in order
 * @param jitter by which a reading is later than its second, at most, as a share of a second
 * @param clockError largest error of a gateway's clock in seconds; stamps are off by whole seconds of it
 */
public record TransportSettings(
        double late, double duplicate, double reordered, double outagesPerWeek, double jitter, double clockError) {

    /** @throws IllegalArgumentException if a share is not between 0 and 1, or a number is negative */
    public TransportSettings {
        for (double share : new double[] {late, duplicate, reordered, jitter}) {
            if (!(share >= 0 && share < 1)) {
                throw new IllegalArgumentException("share " + share + " is not valid: expected 0 to 1");
            }
        }
        if (!(outagesPerWeek >= 0) || !(clockError >= 0)) {
            throw new IllegalArgumentException("outages " + outagesPerWeek + " and clock error " + clockError
                    + " are not valid: expected numbers from 0");
        }
    }

    /** Everything arrives, once, in order and at once. */
    public static TransportSettings perfect() {
        return new TransportSettings(0, 0, 0, 0, 0, 0);
    }

    /** As in the field. */
    public static TransportSettings field() {
        return new TransportSettings(0.005, 0.001, 0.002, 1, 0.02, 1);
    }
}
