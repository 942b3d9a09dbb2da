package org.industrialmind.learning.anomaly;

/**
 * How the normal levels of machines are found.
 *
 * @param clip the largest |z| a standardised value may have
 * @param minCoverage the share of cells in [0, 1] that a window must hold to be compared
 * @param sameLevel how far a drive may lie from a known level and still be at it, and how far it may move within a window
 *     and still be steady, as a share of the drive's whole span in training
 * @param minWindows how many training windows make a way of running known
 */
public record BaselineSettings(double clip, double minCoverage, double sameLevel, int minWindows) {
    /** @throws IllegalArgumentException if a setting is outside its range */
    public BaselineSettings {
        if (!(clip > 0)
                || !(minCoverage > 0 && minCoverage <= 1)
                || !(sameLevel > 0 && sameLevel < 1)
                || minWindows < 1) {
            throw new IllegalArgumentException("baseline settings clip " + clip + ", coverage " + minCoverage
                    + ", same level " + sameLevel + ", windows " + minWindows
                    + " are not valid: expected a positive clip,"
                    + " coverage in (0, 1], same level in (0, 1) and at least one window");
        }
    }

    /**
     * Returns the house settings: clip at 10, four cells of five read, 4 % of a drive's span, 30 windows.
     */
    public static BaselineSettings defaults() {
        return new BaselineSettings(10, 0.8, 0.04, 30);
    }
}
