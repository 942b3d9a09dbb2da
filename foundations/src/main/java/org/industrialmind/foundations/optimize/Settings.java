package org.industrialmind.foundations.optimize;

/** Checks of settings, with messages that name the one that is wrong. */
final class Settings {
    private Settings() {}

    static void requirePositive(String name, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " is " + value + ": expected a finite number above 0");
        }
    }

    static void requireNotNegative(String name, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " is " + value + ": expected a finite number, 0 or more");
        }
    }

    static void requireShare(String name, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(name + " is " + value + ": expected a number in [0, 1)");
        }
    }
}
