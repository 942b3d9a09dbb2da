package org.industrialmind.telemetry.scoring;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.industrialmind.signal.Frame;
import org.industrialmind.telemetry.wire.Rejection;

/**
 * Tells readings whose time can be true from those whose time cannot: before 1970, or further ahead of their arrival
 * than clocks may differ.
 *
 * <p>Ahead of their arrival at the log, not of now: a replay must decide as the first reading did.
 */
final class TimeGate {
    /** A frame parted by time; a part without rows is absent. */
    record Parts(Optional<Frame> accepted, Map<Rejection, Frame> rejected) {}

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final long toleranceMillis;

    TimeGate(ScoringConfig config) {
        toleranceMillis = config.futureTolerance().toMillis();
    }

    Parts part(Frame frame, long arrivalMillis) {
        long latest = (arrivalMillis + toleranceMillis) * NANOS_PER_MILLI;
        if (credible(frame, latest)) {
            return new Parts(Optional.of(frame), Map.of());
        }
        List<Integer> accepted = new ArrayList<>();
        Map<Rejection, List<Integer>> rejected = new EnumMap<>(Rejection.class);
        for (int row = 0; row < frame.rows(); row++) {
            long time = frame.time(row);
            if (time < 0) {
                rejected.computeIfAbsent(Rejection.BEFORE_EPOCH, _ -> new ArrayList<>())
                        .add(row);
            } else if (time > latest) {
                rejected.computeIfAbsent(Rejection.FUTURE_TIME, _ -> new ArrayList<>())
                        .add(row);
            } else {
                accepted.add(row);
            }
        }
        Map<Rejection, Frame> frames = new EnumMap<>(Rejection.class);
        rejected.forEach((reason, rows) -> frames.put(reason, rows(frame, rows)));
        return new Parts(accepted.isEmpty() ? Optional.empty() : Optional.of(rows(frame, accepted)), frames);
    }

    private static boolean credible(Frame frame, long latest) {
        for (int row = 0; row < frame.rows(); row++) {
            if (frame.time(row) < 0 || frame.time(row) > latest) {
                return false;
            }
        }
        return true;
    }

    private static Frame rows(Frame frame, List<Integer> rows) {
        int width = frame.schema().width();
        long[] times = new long[rows.size()];
        double[] values = new double[rows.size() * width];
        byte[] qualities = new byte[rows.size() * width];
        for (int i = 0; i < times.length; i++) {
            int row = rows.get(i);
            times[i] = frame.time(row);
            for (int channel = 0; channel < width; channel++) {
                values[i * width + channel] = frame.value(row, channel);
                qualities[i * width + channel] = frame.qualityCode(row, channel);
            }
        }
        return Frame.of(frame.asset(), frame.schema(), times, values, qualities);
    }
}
