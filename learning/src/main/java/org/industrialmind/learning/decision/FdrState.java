package org.industrialmind.learning.decision;

import java.util.ArrayList;
import java.util.List;

/**
 * What an {@link OnlineFdr} rule has to remember of a fleet between two decisions; small enough for a database row.
 *
 * @param decisions how many have been made
 * @param alarms which of them were alarms, counted from 1, oldest first; the oldest of many are forgotten, which errs to the
 *     quiet side
 */
public record FdrState(long decisions, List<Long> alarms) {
    private static final int MOST_ALARMS = 500;

    /** @throws IllegalArgumentException if the number of decisions is negative */
    public FdrState {
        alarms = List.copyOf(alarms);
        if (decisions < 0) {
            throw new IllegalArgumentException(decisions + " decisions of a fleet: expected a number from 0");
        }
    }

    /** Returns the state before the first decision. */
    public static FdrState initial() {
        return new FdrState(0, List.of());
    }

    FdrState after(boolean alarm) {
        long now = decisions + 1;
        if (!alarm) {
            return new FdrState(now, alarms);
        }
        List<Long> all = new ArrayList<>(alarms);
        all.add(now);
        return new FdrState(now, all.subList(Math.max(0, all.size() - MOST_ALARMS), all.size()));
    }
}
