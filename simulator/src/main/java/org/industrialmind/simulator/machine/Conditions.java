package org.industrialmind.simulator.machine;

/**
 * What one machine meets in one second; whatever is random about it is in here, so that two machines fed the same
 * conditions do the same.
 *
 * @param load what the machine is asked for, relative to nominal; 0 is off
 * @param ambient air temperature in degrees Celsius
 * @param voltage of the grid relative to nominal
 * @param feedTemperature deviation of the incoming medium from nominal, in kelvin
 * @param feedPressure deviation of the supply pressure from nominal, in bar
 * @param resistance of what is downstream, relative to nominal
 */
public record Conditions(
        double load, double ambient, double voltage, double feedTemperature, double feedPressure, double resistance) {

    /** A calm day at that load. */
    public static Conditions calm(double load) {
        return new Conditions(load, 20, 1, 0, 0, 1);
    }
}
