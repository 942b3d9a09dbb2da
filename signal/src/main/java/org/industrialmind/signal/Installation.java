package org.industrialmind.signal;

import java.util.Locale;

/**
 * How powerful a machine is and how it stands: what limits of vibration depend on.
 *
 * @param ratedKilowatts the power on the nameplate, that of the driver for a driven machine, in kW
 */
public record Installation(double ratedKilowatts, Support support) {
    /** How a machine stands, in the direction of the measurement. */
    public enum Support {
        /** Its lowest natural frequency lies at least a quarter above the main excitation, mostly that of the shaft. */
        RIGID,
        /** Everything else. */
        FLEXIBLE;

        /**
         * Returns the support that is written so outside the program: {@code rigid} or {@code flexible}.
         *
         * @throws IllegalArgumentException if it is neither
         */
        public static Support ofCode(String code) {
            return switch (code) {
                case "rigid" -> RIGID;
                case "flexible" -> FLEXIBLE;
                default ->
                    throw new IllegalArgumentException(
                            "support '" + code + "' is not valid: expected rigid or flexible");
            };
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @throws IllegalArgumentException if the power is not a positive number */
    public Installation {
        if (!(ratedKilowatts > 0) || Double.isInfinite(ratedKilowatts)) {
            throw new IllegalArgumentException(
                    "a rated power of " + ratedKilowatts + " kW is not valid: expected more than 0");
        }
    }
}
