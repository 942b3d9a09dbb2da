package org.industrialmind.app.leaderboard;

import java.util.Locale;

/**
 * A figure to be reached.
 *
 * @param metric its name in the report
 * @param atLeast whether the metric must not be below the value; otherwise it must not be above
 */
record Bar(String metric, boolean atLeast, double value) {
    static Bar atLeast(String metric, double value) {
        return new Bar(metric, true, value);
    }

    static Bar atMost(String metric, double value) {
        return new Bar(metric, false, value);
    }

    boolean reachedBy(double measured) {
        return atLeast ? measured >= value : measured <= value;
    }

    String needed() {
        return String.format(Locale.ROOT, "%s %s", atLeast ? ">=" : "<=", value);
    }
}
