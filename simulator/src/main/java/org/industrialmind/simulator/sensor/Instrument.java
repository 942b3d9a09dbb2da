package org.industrialmind.simulator.sensor;

import org.industrialmind.signal.Channel;
import org.industrialmind.signal.Channel.Role;
import org.industrialmind.signal.Unit;

/**
 * A measuring point: what it measures and how well.
 *
 * @param low the value at 4 mA
 * @param high the value at 20 mA
 * @param noise standard deviation as a share of the span
 * @param proportionalNoise standard deviation as a share of the value
 * @param correlation of the noise from one second to the next
 * @param lag time constant in seconds
 * @param bits resolution of the converter; 0 for a value that never was analogue
 */
public record Instrument(
        Channel channel,
        double low,
        double high,
        double noise,
        double proportionalNoise,
        double correlation,
        double lag,
        int bits) {

    /** A command: exact, since nothing measures it. */
    public static Instrument command(String name, String description, String unit, double high) {
        return new Instrument(channel(name, description, unit, Role.DRIVE), 0, high, 0, 0, 0, 0, 0);
    }

    public static Instrument pressure(String name, String description, String unit, double high) {
        return new Instrument(channel(name, description, unit, Role.PROCESS), 0, high, 0.001, 0, 0.3, 0.2, 14);
    }

    public static Instrument flow(String name, String description, String unit, double high) {
        return new Instrument(channel(name, description, unit, Role.PROCESS), 0, high, 0.005, 0, 0.5, 1, 14);
    }

    public static Instrument electrical(String name, String description, String unit, double high) {
        return new Instrument(channel(name, description, unit, Role.PROCESS), 0, high, 0.003, 0, 0.3, 0.2, 14);
    }

    /** What the grid supplies, whatever the machine takes from it. */
    public static Instrument supply(String name, String description, String unit, double high) {
        return new Instrument(channel(name, description, unit, Role.AMBIENT), 0, high, 0.003, 0, 0.3, 0.2, 14);
    }

    public static Instrument speed(String name, String description, double high) {
        return new Instrument(channel(name, description, "/min", Role.PROCESS), 0, high, 0.0005, 0, 0.3, 0.2, 16);
    }

    /** The conductivity of cooling water. */
    public static Instrument conductivity(String name, String description, double high) {
        return new Instrument(channel(name, description, "uS/cm", Role.CONDITION), 0, high, 0.001, 0, 0.5, 5, 14);
    }

    public static Instrument position(String name, String description, String unit, Role role) {
        return new Instrument(channel(name, description, unit, role), 0, 100, 0.001, 0, 0.3, 0.2, 12);
    }

    public static Instrument temperature(String name, String description, double high, Role role) {
        return new Instrument(channel(name, description, "Cel", role), -30, high, 0.0005, 0, 0.8, 15, 16);
    }

    /** A vibration or another quantity whose noise grows with its value; 0.02 percent of span at rest. */
    public static Instrument vibration(String name, String description, String unit, double high) {
        return new Instrument(channel(name, description, unit, Role.CONDITION), 0, high, 0.0002, 0.03, 0.5, 0, 16);
    }

    /** The level of a line in a current spectrum, in decibels below the line frequency. */
    public static Instrument spectralLine(String name, String description) {
        return new Instrument(channel(name, description, "dB", Role.CONDITION), -80, 0, 0.005, 0, 0.5, 0, 14);
    }

    private static Channel channel(String name, String description, String unit, Role role) {
        return new Channel(name, description, new Unit(unit), role);
    }

    public double span() {
        return high - low;
    }

    /** Returns the standard deviation of the noise at that value, in the unit of the channel. */
    public double noiseAt(double value) {
        return noise * span() + proportionalNoise * Math.abs(value);
    }
}
