package org.industrialmind.learning.regime;

import java.util.Arrays;
import java.util.List;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.Window;

/**
 * Follows one machine from reading to reading by its drives: stopped, starting, running, changing or stopping, and since
 * when.
 *
 * <p>Thresholds are those that history has shown ({@link DriveLevels}): a drive is held as long as it stays within its usual
 * movement of where it was. Three things keep noise from looking like life:
 *
 * <ul>
 *   <li>hysteresis: a machine that stands still is asked for something only above twice the level below which one that runs
 *       is asked for nothing;
 *   <li>confirmation: a machine has left a set point, or turned round on its way, only if readings say so for a while, and then
 *       it did when they began to;
 *   <li>dwell: a moving machine has arrived only if no drive has moved for a while, and then it arrived when the last did.
 * </ul>
 *
 * <p>The machine holds no state: whoever follows keeps a {@link RunWatch} and hands it in. So readings one by one, in
 * batches or all of history at once give the same, and a replayed reading is harmless. A ramp slower than its usual movement
 * in a dwell time is taken for a set point that drifts; {@link Regimes} are what tells where it has come to.
 */
public final class RunStateMachine {
    private final Drives drives;
    private final RunStateSettings settings;

    public RunStateMachine(Drives drives, RunStateSettings settings) {
        this.drives = drives;
        this.settings = settings;
    }

    /**
     * Learns the thresholds of one machine.
     *
     * @param windows of that schema, in order of time, while the machine was run as usual
     * @param sameLevel see {@link RegimeSettings#sameLevel()}
     */
    public static RunStateMachine learn(
            FrameSchema schema, List<Window> windows, double sameLevel, RunStateSettings settings) {
        return new RunStateMachine(Drives.find(schema, windows, sameLevel), settings);
    }

    /** Follows the machine through the rows of a window, each at its beginning; rows that were seen before change nothing. */
    public RunWatch next(RunWatch watch, Window window) {
        RunWatch now = watch;
        long time = window.startNanos();
        for (int row = 0; row < window.length(); row++, time += window.schema().periodNanos()) {
            now = next(now, time, readings(window, row));
        }
        return now;
    }

    double[] readings(Window window, int row) {
        double[] readings = new double[drives.count()];
        for (int i = 0; i < readings.length; i++) {
            readings[i] = window.get(row, drives.levels().get(i).channel());
        }
        return readings;
    }

    /**
     * Follows the machine by one reading of each drive, in the order of the channels. One that is not later than the last,
     * and one of which a part is missing, changes nothing.
     */
    public RunWatch next(RunWatch watch, long nanos, double... readings) {
        if (nanos <= watch.lastNanos() || !Arrays.stream(readings).allMatch(Double::isFinite)) {
            return watch;
        }
        boolean first = watch.lastNanos() == RunWatch.NEVER;
        if (first || nanos - watch.lastNanos() > settings.gap().toNanos()) {
            long since = first ? nanos : silentSince(watch);
            return moved(RunState.UNKNOWN, since, nanos, asked(true, readings), readings);
        }
        return watch.state().steady() ? whileSteady(watch, nanos, readings) : whileMoving(watch, nanos, readings);
    }

    /** An unknown state that goes on keeps its beginning; any other ends with the last reading. */
    private static long silentSince(RunWatch watch) {
        return watch.state() == RunState.UNKNOWN ? watch.sinceNanos() : watch.lastNanos();
    }

    private RunWatch whileSteady(RunWatch watch, long nanos, double[] readings) {
        if (!away(watch.anchors(), readings)) {
            return watch.as(nanos);
        }
        long since = watch.doubtedSince(nanos);
        if (nanos - since < settings.confirm().toNanos()) {
            return watch.doubted(nanos, since);
        }
        boolean asked = asked(watch.asked(), readings);
        RunState next = switch (watch.state()) {
            case STOPPED -> asked ? RunState.STARTING : RunState.STOPPED; // the zero itself may drift
            default -> asked ? RunState.CHANGING : RunState.STOPPING;
        };
        return moved(next, next == watch.state() ? watch.sinceNanos() : since, nanos, asked, readings);
    }

    private RunWatch whileMoving(RunWatch watch, long nanos, double[] readings) {
        boolean contradicted = asked(watch.asked(), readings) != watch.asked();
        long doubt = contradicted ? watch.doubtedSince(nanos) : RunWatch.NEVER;
        boolean turned = contradicted && nanos - doubt >= settings.confirm().toNanos();
        boolean asked = watch.asked() ^ turned;
        RunState next = turned ? turned(watch.state()) : watch.state();
        long since = next == watch.state() ? watch.sinceNanos() : doubt;
        boolean away = away(watch.anchors(), readings);
        long still = away ? nanos : watch.stillNanos();
        if (nanos - still >= settings.dwell().toNanos() && !contradicted) {
            next = asked ? RunState.RUNNING : RunState.STOPPED;
            since = Math.max(still, since);
        }
        return new RunWatch(
                next,
                since,
                nanos,
                asked,
                away ? list(readings) : watch.anchors(),
                still,
                turned ? RunWatch.NEVER : doubt);
    }

    /** Returns the state of a moving machine that is asked for something no longer, or again. */
    private static RunState turned(RunState state) {
        return switch (state) {
            case UNKNOWN -> RunState.UNKNOWN;
            case STARTING, CHANGING -> RunState.STOPPING;
            case STOPPING -> RunState.STARTING;
            case STOPPED, RUNNING -> throw new IllegalStateException(state + " does not move");
        };
    }

    private static RunWatch moved(RunState state, long since, long nanos, boolean asked, double[] readings) {
        return new RunWatch(state, since, nanos, asked, list(readings), nanos, RunWatch.NEVER);
    }

    private static List<Double> list(double[] readings) {
        return Arrays.stream(readings).boxed().toList();
    }

    private boolean away(List<Double> anchors, double[] readings) {
        for (int i = 0; i < readings.length; i++) {
            if (Math.abs(readings[i] - anchors.get(i)) > drives.levels().get(i).stillness()) {
                return true;
            }
        }
        return false;
    }

    /** A machine is asked for nothing if some drive says so and no other that ever changes contradicts. */
    private boolean asked(boolean before, double[] readings) {
        boolean asked = false;
        boolean still = false;
        for (int i = 0; i < readings.length; i++) {
            DriveLevels drive = drives.levels().get(i);
            boolean nothing = drive.asksForNothing(before ? readings[i] : readings[i] / 2);
            still |= nothing;
            asked |= !nothing && !drive.constant();
        }
        return asked || !still;
    }
}
