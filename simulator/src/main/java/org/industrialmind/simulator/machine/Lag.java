package org.industrialmind.simulator.machine;

/** A first-order lag, stepped once a second by its exact solution for a constant input. */
final class Lag {
    private final double follow;
    private boolean started;
    private double value;

    /** @param seconds the time constant */
    Lag(double seconds) {
        this.follow = 1 - StrictMath.exp(-1 / seconds);
    }

    /** Returns the value one second later; the first input is taken over as it is. */
    double towards(double input) {
        value = started ? value + follow * (input - value) : input;
        started = true;
        return value;
    }

    double value() {
        return value;
    }
}
