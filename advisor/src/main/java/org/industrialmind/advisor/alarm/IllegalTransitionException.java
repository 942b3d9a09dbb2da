package org.industrialmind.advisor.alarm;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** An alarm was asked for something that its present state does not allow; nothing has changed. */
public final class IllegalTransitionException extends RuntimeException {
    private final AlarmState state;
    private final AlarmEvent asked;
    private final transient Set<AlarmEvent> possible;

    IllegalTransitionException(AlarmState state, AlarmEvent asked, Collection<AlarmEvent> possible) {
        super("the alarm is " + state.code() + " and cannot take '" + asked.code() + "'; possible now: "
                + (possible.isEmpty()
                        ? "nothing, it is over"
                        : possible.stream().sorted().map(AlarmEvent::code).collect(Collectors.joining(", "))));
        this.state = state;
        this.asked = asked;
        this.possible = new TreeSet<>(possible);
    }

    /** Returns the state in which the alarm is and stays. */
    public AlarmState state() {
        return state;
    }

    public AlarmEvent asked() {
        return asked;
    }

    /** Returns what an operator may do instead. */
    public Set<AlarmEvent> possible() {
        return Set.copyOf(possible);
    }
}
