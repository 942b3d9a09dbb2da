package org.industrialmind.simulator.fault;

/** How far each failure mode of one machine has grown: 0 is as new, 1 is about failed. */
public final class Damage {
    private final double[] severity = new double[FailureMode.values().length];

    public double of(FailureMode mode) {
        return severity[mode.ordinal()];
    }

    public void set(FailureMode mode, double value) {
        severity[mode.ordinal()] = value;
    }
}
