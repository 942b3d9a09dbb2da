package org.industrialmind.foundations.metrics;

import java.util.ArrayList;
import java.util.List;

/**
 * An unbroken run of rows that are so, end excluded.
 *
 * @param start first row
 * @param end first row that is not so any more
 */
record Stretch(int start, int end) {
    /** Returns all runs in order of time. */
    static List<Stretch> of(boolean[] rows) {
        List<Stretch> stretches = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= rows.length; i++) {
            boolean on = i < rows.length && rows[i];
            if (on && start < 0) {
                start = i;
            } else if (!on && start >= 0) {
                stretches.add(new Stretch(start, i));
                start = -1;
            }
        }
        return stretches;
    }

    /** Returns all runs of abnormal rows, at least one. */
    static List<Stretch> ofAbnormal(boolean[] abnormal) {
        List<Stretch> events = of(abnormal);
        if (events.isEmpty()) {
            throw new IllegalArgumentException(
                    "none of " + abnormal.length + " rows is abnormal: expected at least one event to be found");
        }
        return events;
    }

    int length() {
        return end - start;
    }

    boolean meets(Stretch other) {
        return start < other.end && other.start < end;
    }
}
