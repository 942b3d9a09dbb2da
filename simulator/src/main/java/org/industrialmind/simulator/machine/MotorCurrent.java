package org.industrialmind.simulator.machine;

/** The current that an induction motor draws at 400 V. */
final class MotorCurrent {
    static final double VOLTS = 400;
    static final double EFFICIENCY = 0.91;
    private static final double LINE = Math.sqrt(3) * VOLTS;

    private MotorCurrent() {}

    /** Returns the power factor, which falls towards no load as the magnetising current remains. */
    static double powerFactor(double load) {
        return 0.87 * (1 - StrictMath.exp(-3 * load));
    }

    /** Returns the line current in amperes for a shaft power in kW; at no load the magnetising current. */
    static double amperes(double shaftPower, double nominalPower, double voltage) {
        double load = Math.max(1e-3, shaftPower / nominalPower);
        return load * nominalPower * 1000 / (LINE * voltage * powerFactor(load) * EFFICIENCY);
    }
}
