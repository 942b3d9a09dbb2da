package org.industrialmind.advisor.alarm;

import static org.industrialmind.advisor.alarm.AlarmState.ACKNOWLEDGED;
import static org.industrialmind.advisor.alarm.AlarmState.NORMAL;
import static org.industrialmind.advisor.alarm.AlarmState.OUT_OF_SERVICE;
import static org.industrialmind.advisor.alarm.AlarmState.RETURNED;
import static org.industrialmind.advisor.alarm.AlarmState.SHELVED;
import static org.industrialmind.advisor.alarm.AlarmState.SUPPRESSED;
import static org.industrialmind.advisor.alarm.AlarmState.UNACKNOWLEDGED;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The life of an alarm as one table: from each state, by each event, to which state.
 *
 * <p>The states are those of ISA-18.2: normal (A), unacknowledged (B), acknowledged (C), returned to normal but
 * unacknowledged (D), shelved (G), suppressed by design (H) and out of service (I). Its latched states (E, F) are left
 * out: nothing here trips a machine, so nothing has to be reset.
 *
 * <p>Two things drive an alarm. The <em>episode</em> raises it when it opens and clears it when it closes; the alarm
 * bears the episode's id, so one episode can never have two alarms. The <em>operator</em> acknowledges or silences it.
 * Acknowledging concerns this alarm alone. Silencing concerns the alarm point, which is the machine together with the
 * detector: while it lasts, a new episode is born silenced, and a silenced alarm whose episode closes stays in the list,
 * until a newer one takes its place, as the handle by which the point can be given back. When silencing ends, by hand or by
 * the clock, the alarm becomes what the machine says: still abnormal, then unacknowledged, whether or not it had been
 * acknowledged before, since what was seen before the silence says little about after it; normal again, then over.
 *
 * <p>An acknowledged alarm calls again only when it rises to a higher priority (the standard's optional re-alarm). One
 * kind of silence may give way to a stronger one (shelved, suppressed, out of service), never the other way round, and
 * a shelving is not extended: it ends, and somebody decides anew.
 *
 * @see "ANSI/ISA-18.2-2016, Management of Alarm Systems for the Process Industries, section 5.6 (alarm states)"
 */
final class AlarmLifecycle {
    private AlarmLifecycle() {}

    /**
     * Returns the state after the event.
     *
     * @param abnormal whether the episode is still open; decides where a silence ends
     * @throws IllegalTransitionException if the state does not allow the event
     */
    static AlarmState next(AlarmState state, AlarmEvent event, boolean abnormal) {
        return lookUp(state, event, abnormal)
                .orElseThrow(() -> new IllegalTransitionException(state, event, allowed(state)));
    }

    /** Returns what an operator may do to an alarm in that state. */
    static Set<AlarmEvent> allowed(AlarmState state) {
        EnumSet<AlarmEvent> allowed = EnumSet.noneOf(AlarmEvent.class);
        Arrays.stream(AlarmEvent.values())
                .filter(event ->
                        event.byOperator() && lookUp(state, event, true).isPresent())
                .forEach(allowed::add);
        return allowed;
    }

    private static Optional<AlarmState> lookUp(AlarmState state, AlarmEvent event, boolean abnormal) {
        AlarmState afterSilence = abnormal ? UNACKNOWLEDGED : NORMAL;
        @Nullable AlarmState followed = abnormal ? null : NORMAL;
        return Optional.ofNullable(
                switch (state) {
                    case NORMAL -> event == AlarmEvent.RAISE ? UNACKNOWLEDGED : null;
                    case UNACKNOWLEDGED ->
                        switch (event) {
                            case ACKNOWLEDGE -> ACKNOWLEDGED;
                            case CLEAR -> RETURNED;
                            case SHELVE -> SHELVED;
                            case SUPPRESS -> SUPPRESSED;
                            case OUT_OF_SERVICE -> OUT_OF_SERVICE;
                            case UNSHELVE, UNSUPPRESS, RETURN_TO_SERVICE, RAISE, FOLLOWED, RE_ALARM, EXPIRE -> null;
                        };
                    case ACKNOWLEDGED ->
                        switch (event) {
                            case CLEAR -> NORMAL;
                            case RE_ALARM -> UNACKNOWLEDGED;
                            case SHELVE -> SHELVED;
                            case SUPPRESS -> SUPPRESSED;
                            case OUT_OF_SERVICE -> OUT_OF_SERVICE;
                            case ACKNOWLEDGE, UNSHELVE, UNSUPPRESS, RETURN_TO_SERVICE, RAISE, FOLLOWED, EXPIRE -> null;
                        };
                    case RETURNED ->
                        switch (event) {
                            case ACKNOWLEDGE -> NORMAL;
                            case SHELVE -> SHELVED;
                            case SUPPRESS -> SUPPRESSED;
                            case OUT_OF_SERVICE -> OUT_OF_SERVICE;
                            case UNSHELVE, UNSUPPRESS, RETURN_TO_SERVICE, RAISE, CLEAR, FOLLOWED, RE_ALARM, EXPIRE ->
                                null;
                        };
                    case SHELVED ->
                        switch (event) {
                            case UNSHELVE, EXPIRE -> afterSilence;
                            case CLEAR -> SHELVED;
                            case FOLLOWED -> followed;
                            case SUPPRESS -> SUPPRESSED;
                            case OUT_OF_SERVICE -> OUT_OF_SERVICE;
                            case ACKNOWLEDGE, SHELVE, UNSUPPRESS, RETURN_TO_SERVICE, RAISE, RE_ALARM -> null;
                        };
                    case SUPPRESSED ->
                        switch (event) {
                            case UNSUPPRESS -> afterSilence;
                            case CLEAR -> SUPPRESSED;
                            case FOLLOWED -> followed;
                            case OUT_OF_SERVICE -> OUT_OF_SERVICE;
                            case ACKNOWLEDGE, SHELVE, UNSHELVE, SUPPRESS, RETURN_TO_SERVICE, RAISE, RE_ALARM, EXPIRE ->
                                null;
                        };
                    case OUT_OF_SERVICE ->
                        switch (event) {
                            case RETURN_TO_SERVICE -> afterSilence;
                            case CLEAR -> OUT_OF_SERVICE;
                            case FOLLOWED -> followed;
                            case ACKNOWLEDGE,
                                    SHELVE,
                                    UNSHELVE,
                                    SUPPRESS,
                                    UNSUPPRESS,
                                    OUT_OF_SERVICE,
                                    RAISE,
                                    RE_ALARM,
                                    EXPIRE -> null;
                        };
                });
    }
}
