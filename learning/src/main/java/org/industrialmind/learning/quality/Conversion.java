package org.industrialmind.learning.quality;

import java.util.List;
import org.industrialmind.signal.Unit;

/**
 * How to come back to the declared unit from one that a transmitter may have been switched to.
 *
 * @param factor and offset: declared = factor x read + offset
 */
record Conversion(double factor, double offset) {
    /** Returns the mistakes that are made with readings of that unit. */
    static List<Conversion> of(Unit unit) {
        return switch (unit.ucum()) {
            case "Cel" -> List.of(new Conversion(1 / 1.8, -32 / 1.8), new Conversion(1, -273.15)); // Fahrenheit, kelvin
            case "bar" -> List.of(new Conversion(1 / 14.5038, 0), new Conversion(0.01, 0)); // psi, kPa
            case "m3/s", "L/s", "kg/s" -> List.of(new Conversion(1 / 3.6, 0)); // per hour
            // per second instead of per hour; the other way round a rise to 3.6 times is what wear does, noise and all
            default -> List.of(new Conversion(3.6, 0));
        };
    }

    double back(double read) {
        return factor * read + offset;
    }
}
