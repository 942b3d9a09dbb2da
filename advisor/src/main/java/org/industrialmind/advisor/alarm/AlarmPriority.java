package org.industrialmind.advisor.alarm;

/**
 * How soon somebody should act, lowest first.
 *
 * <p>The level is the machine's criticality (1 to 5), plus one where the score is at least twice the limit and one more
 * where it is four times. Up to 4 is low, 5 medium, 6 high, 7 critical, so that only a
 * machine that stops the plant can become critical, and a usual plant stays near the 80/15/5 split that ISA-18.2 and
 * EEMUA 191 recommend.
 */
public enum AlarmPriority {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    private static final int HIGHEST_LOW_LEVEL = 4;

    /**
     * Returns the priority.
     *
     * @param criticality 1 (a nuisance) to 5 (stops the plant)
     * @param score relative to the limit
     */
    public static AlarmPriority of(int criticality, double score) {
        int level = criticality + (score >= 2 ? 1 : 0) + (score >= 4 ? 1 : 0);
        return values()[Math.clamp(level - HIGHEST_LOW_LEVEL, 0, values().length - 1)];
    }

    /** Returns the priority as it is written outside the program: {@code high}. */
    public String code() {
        return Codes.of(this);
    }
}
