package org.industrialmind.learning.tabular.selection;

/** Which of two scores is the better one. NaN, the score of nothing, is worse than any number. */
public enum Goal {
    HIGHEST,
    LOWEST;

    /** Returns whether the first is strictly better than the second. */
    public boolean better(double first, double second) {
        if (Double.isNaN(first) || Double.isNaN(second)) {
            return !Double.isNaN(first) && Double.isNaN(second);
        }
        return this == HIGHEST ? first > second : first < second;
    }

    /** Orders scores from best to worst, for use as a comparator. */
    public int compare(double first, double second) {
        return better(first, second) ? -1 : better(second, first) ? 1 : 0;
    }
}
