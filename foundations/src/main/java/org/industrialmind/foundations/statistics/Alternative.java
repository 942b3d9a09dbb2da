package org.industrialmind.foundations.statistics;

/** What is held against the hypothesis that there is no difference. Decide before looking at the data. */
public enum Alternative {
    /** There is a difference, either way. */
    DIFFERENT,
    /** The first is smaller than the second, or than what it is compared with. */
    LESS,
    /** The first is greater. */
    GREATER;

    /** Returns the p value of a statistic that is large where the first is greater. */
    double pValue(double shareAtMost, double shareAtLeast) {
        return switch (this) {
            case LESS -> shareAtMost;
            case GREATER -> shareAtLeast;
            case DIFFERENT -> Math.min(1, 2 * Math.min(shareAtMost, shareAtLeast));
        };
    }
}
