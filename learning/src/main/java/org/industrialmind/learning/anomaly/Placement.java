package org.industrialmind.learning.anomaly;

import org.industrialmind.signal.Assessment;

/** Where a window stands against what is known of its machine. */
public sealed interface Placement {
    /**
     * The machine ran in a known way, steadily, and enough was read.
     *
     * @param regime which way of running, counted from 0 within the machine
     * @param z the window in robust standard deviations of that machine and regime
     */
    record Placed(int regime, StandardWindow z) implements Placement {}

    /** The window cannot be compared, and why. */
    record Outside(Assessment.Reason reason) implements Placement {}
}
