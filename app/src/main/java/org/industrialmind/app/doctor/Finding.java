package org.industrialmind.app.doctor;

/**
 * One thing the doctor looked at.
 *
 * @param seen what was found
 * @param next what to do about it; empty where nothing needs doing
 */
public record Finding(String name, Verdict verdict, String seen, String next) {
    /** How bad it is. */
    public enum Verdict {
        FINE,
        /** Works, but less than it could. */
        WORTH_KNOWING,
        /** Will not work. */
        IN_THE_WAY
    }

    static Finding fine(String name, String seen) {
        return new Finding(name, Verdict.FINE, seen, "");
    }

    static Finding worthKnowing(String name, String seen, String next) {
        return new Finding(name, Verdict.WORTH_KNOWING, seen, next);
    }

    static Finding inTheWay(String name, String seen, String next) {
        return new Finding(name, Verdict.IN_THE_WAY, seen, next);
    }
}
