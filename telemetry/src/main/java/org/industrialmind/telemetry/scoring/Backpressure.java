package org.industrialmind.telemetry.scoring;

/** Decides when to stop reading and when to go on: two levels apart, so that it does not flutter. */
final class Backpressure {
    static final double PAUSE_ABOVE = 0.8;
    static final double RESUME_BELOW = 0.5;

    private boolean paused;

    /** Takes how full the fullest queue is, 1 being its bound, and returns whether reading should rest. */
    boolean update(double fill) {
        paused = paused ? fill >= RESUME_BELOW : fill > PAUSE_ABOVE;
        return paused;
    }

    boolean paused() {
        return paused;
    }
}
