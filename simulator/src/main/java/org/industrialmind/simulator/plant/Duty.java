package org.industrialmind.simulator.plant;

/** What a machine is asked to do for a while; the load is relative to nominal. */
public enum Duty {
    OFF(0),
    /** From standstill to part load in {@value #START_SECONDS} s; always follows {@link #OFF}. */
    START(0.6),
    PART(0.6),
    NORMAL(0.85),
    FULL(1),
    TURNDOWN(0.45),
    CLEAN(0.3);

    static final int START_SECONDS = 120;

    private final double load;

    Duty(double load) {
        this.load = load;
    }

    public double load() {
        return load;
    }
}
