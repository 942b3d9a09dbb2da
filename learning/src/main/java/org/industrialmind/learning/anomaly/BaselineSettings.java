package org.industrialmind.learning.anomaly;

import org.industrialmind.learning.regime.RegimeMethod;
import org.industrialmind.learning.regime.RegimeSettings;

/**
 * How the normal levels of machines are found.
 *
 * @param clip the largest |z| a standardised value may have
 * @param minCoverage the share of cells in [0, 1] that a window must hold to be compared
 * @param regimes how ways of running are told apart
 */
public record BaselineSettings(double clip, double minCoverage, RegimeSettings regimes) {
    /** @throws IllegalArgumentException if a setting is outside its range */
    public BaselineSettings {
        if (!(clip > 0) || !(minCoverage > 0 && minCoverage <= 1)) {
            throw new IllegalArgumentException("baseline settings clip " + clip + ", coverage " + minCoverage
                    + " are not valid: expected a positive clip and coverage in (0, 1]");
        }
    }

    /** Makes settings by which regimes are told apart by their {@linkplain RegimeMethod#LEVELS levels}. */
    public BaselineSettings(double clip, double minCoverage, double sameLevel, int minWindows) {
        this(clip, minCoverage, new RegimeSettings(RegimeMethod.LEVELS, sameLevel, minWindows));
    }

    /**
     * Returns the house settings: clip at 10, four cells of five read, 4 % of a drive's span, 30 windows.
     */
    public static BaselineSettings defaults() {
        return new BaselineSettings(10, 0.8, 0.04, 30);
    }

    /** Returns these settings with regimes told apart another way. */
    public BaselineSettings withRegimes(RegimeMethod method) {
        return new BaselineSettings(
                clip, minCoverage, new RegimeSettings(method, regimes.sameLevel(), regimes.minWindows()));
    }

    public double sameLevel() {
        return regimes.sameLevel();
    }

    public int minWindows() {
        return regimes.minWindows();
    }
}
