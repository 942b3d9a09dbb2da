package org.industrialmind.foundations.tree;

/** Refuses settings that make no sense, by name. */
final class Settings {
    private Settings() {}

    static void require(boolean good, String name, double seen, String expected) {
        if (!good) {
            throw new IllegalArgumentException(name + " is " + seen + ": expected " + expected);
        }
    }
}
