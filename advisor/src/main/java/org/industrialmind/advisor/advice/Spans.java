package org.industrialmind.advisor.advice;

import java.util.Locale;

/** Spans of time, shares and sums as people say them. */
final class Spans {
    private Spans() {}

    /** Returns {@code 40 s}, {@code 12 min}, {@code 3.5 h}, {@code 4.2 days} or {@code 3.1 months}. */
    static String of(double hours) {
        if (hours < 1 / 60.0) {
            return Math.round(hours * 3600) + " s";
        }
        if (hours < 1) {
            return Math.round(hours * 60) + " min";
        }
        if (hours < 48) {
            return rounded(hours) + " h";
        }
        return hours < 90 * 24 ? rounded(hours / 24) + " days" : rounded(hours / 730.5) + " months";
    }

    private static String rounded(double value) {
        return value < 10
                ? String.format(Locale.ROOT, "%.1f", value).replace(".0", "")
                : Long.toString(Math.round(value));
    }

    /** Returns a probability as {@code 17 %}, {@code 0.4 %} or {@code less than 0.1 %}. */
    static String percent(double share) {
        double percent = 100 * share;
        if (percent > 0 && percent < 0.1) {
            return "less than 0.1 %";
        }
        return percent > 0 && percent < 10
                ? String.format(Locale.ROOT, "%.1f %%", percent).replace(".0 ", " ")
                : Math.round(percent) + " %";
    }

    static String sum(double cost) {
        return String.format(Locale.ROOT, "%,d", Math.round(cost));
    }
}
