package org.industrialmind.advisor.alarm;

/** What can happen to an alarm: seven things an operator may do, and five that the plant or the clock does. */
public enum AlarmEvent {
    ACKNOWLEDGE,
    SHELVE,
    UNSHELVE,
    SUPPRESS,
    UNSUPPRESS,
    OUT_OF_SERVICE,
    RETURN_TO_SERVICE,
    /** The machine has become abnormal: an episode has opened. */
    RAISE,
    /** The machine is back to normal: the episode has closed. */
    CLEAR,
    /** The silenced alarm is back to normal, and a newer one of the same point takes its place in the list. */
    FOLLOWED,
    /** The acknowledged alarm has risen to a higher priority and calls again. */
    RE_ALARM,
    /** The time limit of the shelving has passed. */
    EXPIRE;

    /** Returns whether it is an operator who does this. */
    public boolean byOperator() {
        return compareTo(RAISE) < 0;
    }

    /** Returns the event as it is written outside the program: {@code return-to-service}. */
    public String code() {
        return Codes.of(this);
    }
}
