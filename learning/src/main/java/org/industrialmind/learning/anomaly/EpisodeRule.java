package org.industrialmind.learning.anomaly;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.industrialmind.signal.Suspect;

/**
 * When abnormal windows become an episode, and when the episode is over.
 *
 * <p>One abnormal window is no news: it takes {@code needed} of the last {@code of} windows to open an episode. It closes
 * by a lower level than it opens (hysteresis), and only after the score has stayed there for a while, so that a fault
 * which hovers around the limit is told once and not twenty times.
 *
 * <p>A machine that was out of sight for longer than {@code away} - stopped, run in an unknown way, or not read - comes
 * back cold and needs {@code settle} until it looks like itself again; longer, if it was away for longer: as long as that,
 * but no more than {@value #LONGEST_SETTLE} times as long, after which it is as warm as it gets. Meanwhile no episode of the machine opens: the start-up
 * suppression that every alarm system has. The price is that a machine which breaks while it starts is told late; one
 * that is still abnormal when it should have settled is told then. An episode that is already open is not touched.
 *
 * <p>The rule holds no state: whoever follows a machine keeps an {@link EpisodeState} and hands it in. Windows that were
 * not judged are not shown to the rule; they neither open nor close anything.
 *
 * @param needed how many windows must be abnormal
 * @param of among how many of the last windows
 * @param offLevel the score, relative to the limit, below which a window counts as quiet
 * @param quiet how long windows must have been quiet, in event time, before the episode closes
 * @param away how long no window was judged before the machine counts as come back
 * @param settle how long windows then open nothing; zero for a rule without this
 * @see "ANSI/ISA-18.2-2016, on- and off-delay and deadband against chattering alarms"
 */
public record EpisodeRule(int needed, int of, double offLevel, Duration quiet, Duration away, Duration settle) {
    private static final int LONGEST_SETTLE =
            6; // times settle: two hours by the house rule, four time constants of a winding

    /** The most windows a rule may look back on. */
    public static final int MAX_LOOK_BACK = 64;

    /** @throws IllegalArgumentException unless 1 &lt;= needed &lt;= of &lt;= 64, 0 &lt; offLevel &lt;= 1, no time negative */
    public EpisodeRule {
        boolean counts = 1 <= needed && needed <= of && of <= MAX_LOOK_BACK;
        boolean times = !quiet.isNegative() && !away.isNegative() && !settle.isNegative();
        if (!counts || !(offLevel > 0 && offLevel <= 1) || !times) {
            throw new IllegalArgumentException(
                    "episode rule " + needed + " of " + of + " windows, off level " + offLevel
                            + ", quiet " + quiet + ", away " + away + ", settle " + settle
                            + " is not valid: expected 1 <= needed"
                            + " <= of <= " + MAX_LOOK_BACK + ", an off level in (0, 1] and no negative time");
        }
    }

    /** Makes a rule that trusts a machine as soon as it is back. */
    public EpisodeRule(int needed, int of, double offLevel, Duration quiet) {
        this(needed, of, offLevel, quiet, Duration.ZERO, Duration.ZERO);
    }

    /**
     * Returns the house rule: 3 of 5 windows, off at 0.6 of the limit, two minutes of quiet, and 20 minutes to settle -
     * about three time constants of a bearing's temperature - after more than 5 minutes away.
     */
    public static EpisodeRule defaults() {
        return new EpisodeRule(3, 5, 0.6, Duration.ofMinutes(2), Duration.ofMinutes(5), Duration.ofMinutes(20));
    }

    /** What a window did to the episodes of its machine. */
    public sealed interface Event {
        /**
         * An episode began.
         *
         * @param onsetNanos end of the first abnormal window of those that opened it
         */
        record Opened(long onsetNanos) implements Event {}

        /** The open episode goes on. */
        record Continued() implements Event {}

        /** The open episode ended with this window. */
        record Closed() implements Event {}
    }

    /** The state after a window, and what happened, if anything did. */
    public record Step(EpisodeState state, Optional<Event> event) {}

    /**
     * Follows the machine by one judged window.
     *
     * <p>A window that does not end after the last one the state has seen changes nothing, so a replayed window is
     * harmless.
     *
     * @param score relative to the limit: above 1 is abnormal
     */
    public Step next(EpisodeState state, long windowEndNanos, double score) {
        return next(state, windowEndNanos, score, Suspect.UNDETERMINED);
    }

    /**
     * Follows the machine by one judged window of which it is known whom it speaks against. A sensor that fails is told
     * while the machine settles too: how warm a machine is has nothing to do with it.
     */
    public Step next(EpisodeState state, long windowEndNanos, double score, Suspect suspect) {
        if (state.started() && windowEndNanos <= state.lastNanos()) {
            return new Step(state, Optional.empty());
        }
        return state.open()
                ? whileOpen(state, windowEndNanos, score)
                : whileClosed(state, windowEndNanos, score, suspect);
    }

    private Step whileClosed(EpisodeState state, long end, double score, Suspect suspect) {
        boolean back = settle.isPositive() && state.started() && end - state.lastNanos() > away.toNanos();
        EpisodeState from = back ? EpisodeState.settling(end, end + settling(end - state.lastNanos())) : state;
        boolean trusted = end >= from.settledNanos() || suspect == Suspect.SENSOR;
        EpisodeState seen = from.remember(end, score > 1 && trusted, of);
        List<Long> abnormal = seen.abnormalEnds();
        if (abnormal.size() < needed) {
            return new Step(seen, Optional.empty());
        }
        long onset = abnormal.getFirst();
        return new Step(seen.opened(onset), Optional.of(new Event.Opened(onset)));
    }

    /** Returns how long a machine settles that was out of sight for so long, in nanoseconds. */
    long settling(long gone) {
        return gone <= away.toNanos() ? 0 : Math.clamp(gone, settle.toNanos(), LONGEST_SETTLE * settle.toNanos());
    }

    private Step whileOpen(EpisodeState state, long end, double score) {
        if (score >= offLevel) {
            return new Step(state.loud(end), Optional.of(new Event.Continued()));
        }
        EpisodeState quieter = state.quiet(end);
        boolean over = end - quieter.quietSinceNanos() >= quiet.toNanos();
        return over
                ? new Step(EpisodeState.closedAt(end), Optional.of(new Event.Closed()))
                : new Step(quieter, Optional.of(new Event.Continued()));
    }
}
