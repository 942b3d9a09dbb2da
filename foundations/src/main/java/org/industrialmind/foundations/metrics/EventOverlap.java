package org.industrialmind.foundations.metrics;

import java.util.List;

/**
 * How many events were met by an alarm, and how many alarms met an event: whether listening was worth it.
 *
 * <p>An event is an unbroken run of abnormal rows, an alarm an unbroken run of alarmed ones. One long alarm over everything
 * meets all and is never wrong, so look at a measure by rows as well.
 *
 * @param events how many events there were
 * @param found events that an alarm met
 * @param alarms how many alarms there were
 * @param right alarms that met an event
 */
public record EventOverlap(int events, int found, int alarms, int right) {
    /** @throws IllegalArgumentException if the lengths differ */
    public static EventOverlap of(boolean[] abnormal, boolean[] alarmed) {
        MetricChecks.requireSameLength("alarms", alarmed.length, "labels", abnormal.length);
        List<Stretch> events = Stretch.of(abnormal);
        List<Stretch> alarms = Stretch.of(alarmed);
        return new EventOverlap(events.size(), meeting(events, alarms), alarms.size(), meeting(alarms, events));
    }

    /** Returns how many of the first meet any of the second; both are in order, so one walk is enough. */
    private static int meeting(List<Stretch> first, List<Stretch> second) {
        int meeting = 0;
        int at = 0;
        for (Stretch one : first) {
            while (at < second.size() && second.get(at).end() <= one.start()) {
                at++;
            }
            meeting += at < second.size() && one.meets(second.get(at)) ? 1 : 0;
        }
        return meeting;
    }

    /** Returns the share of events that were found; 0 if there was none. */
    public double recall() {
        return MetricChecks.ratio(found, events);
    }

    /** Returns the share of alarms that were right; 0 if there was none. */
    public double precision() {
        return MetricChecks.ratio(right, alarms);
    }

    /** Returns the harmonic mean of recall and precision; 0 where both are 0. */
    public double f1() {
        return MetricChecks.ratio(2 * recall() * precision(), recall() + precision());
    }
}
