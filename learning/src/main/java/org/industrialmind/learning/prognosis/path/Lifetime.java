package org.industrialmind.learning.prognosis.path;

/**
 * How long one unit has lived.
 *
 * @param hours of operation, until it failed or until it was last seen running
 * @param failed whether it failed then; one that did not is censored on the right
 */
public record Lifetime(double hours, boolean failed) {
    /** @throws IllegalArgumentException if the hours are not positive and finite */
    public Lifetime {
        if (!(hours > 0) || Double.isInfinite(hours)) {
            throw new IllegalArgumentException("lifetime of " + hours + " h: expected a positive, finite number");
        }
    }

    /** Returns a life that ended in failure. */
    public static Lifetime failure(double hours) {
        return new Lifetime(hours, true);
    }

    /** Returns a life that had not ended when it was last looked at. */
    public static Lifetime running(double hours) {
        return new Lifetime(hours, false);
    }
}
