package org.industrialmind.learning.regime;

/**
 * How regimes are found.
 *
 * @param method by which they are told apart
 * @param sameLevel how far a drive may lie from a known level and still be at it, and how far it may move within a window
 *     and still be steady, as a share of the drive's whole span in training
 * @param minWindows how many training windows make a way of running known
 */
public record RegimeSettings(RegimeMethod method, double sameLevel, int minWindows) {
    /** @throws IllegalArgumentException if a setting is outside its range */
    public RegimeSettings {
        if (!(sameLevel > 0 && sameLevel < 1) || minWindows < 1) {
            throw new IllegalArgumentException("regime settings same level " + sameLevel + ", windows " + minWindows
                    + " are not valid: expected same level in (0, 1) and at least one window");
        }
    }
}
