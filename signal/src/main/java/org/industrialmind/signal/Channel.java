package org.industrialmind.signal;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** One measured quantity of a class of equipment: what is measured, in which unit, and what the value is for. */
public record Channel(String name, String description, Unit unit, Role role) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    /** What a channel tells about its machine. */
    public enum Role {
        /** What the machine is asked to do: speed, load or valve command. Sets the operating regime. */
        DRIVE,
        /** How it does it: pressure, flow, current. */
        PROCESS,
        /** How it feels: vibration, temperature of a bearing, leakage. */
        CONDITION,
        /**
         * What comes to it from outside and would be the same without it: weather, temperature of the feed or of the
         * cooling air, voltage of the grid. It explains the other channels and is no fault of the machine.
         */
        AMBIENT;

        /**
         * Returns the role that is written so outside the program: {@code drive}, {@code process}, {@code condition} or
         * {@code ambient}.
         *
         * @throws IllegalArgumentException if it is none of them
         */
        public static Role ofCode(String code) {
            return Arrays.stream(values())
                    .filter(role -> role.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("role '" + code + "' is not valid: expected one of "
                            + Arrays.stream(values()).map(Role::code).toList()));
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Returns whether such a channel can show a fault of the machine: not what it is asked for or comes from outside. */
        public boolean judged() {
            return this == PROCESS || this == CONDITION;
        }
    }

    /** @throws IllegalArgumentException if the name is not a lower-case identifier of at most 63 characters */
    public Channel {
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException("channel name '" + name
                    + "' is not valid: expected a lower-case identifier of at most 63 characters, such as"
                    + " discharge_pressure");
        }
    }
}
