package org.industrialmind.advisor.advice;

import java.util.Locale;

/** How soon a proposal wants a decision, most urgent first. */
public enum Urgency {
    /** The time to decide has come. */
    NOW,
    /** Before the review after the next one. */
    SOON,
    /** There is time to plan. */
    PLANNED;

    /** Returns how soon advice with a date to act by wants a decision. */
    public static Urgency of(Advice advice) {
        if (advice.verdict() == Advice.Verdict.ACT_NOW) {
            return NOW;
        }
        double reviews = advice.policy().decideWithinHours()
                / ConditionPolicy.hours(advice.terms().review());
        return reviews <= 2 ? SOON : PLANNED;
    }

    /** Returns the urgency as it is written outside the program: {@code now}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
