package org.industrialmind.telemetry.scoring;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.telemetry.store.SampleStore;

/**
 * Completes rows that do not speak of every channel with what has been said of the same asset and time before, since the
 * store puts a row in the place of an older one whole.
 *
 * <p>The parts of a row come one after the other, so the last rows of an asset that sends parts are remembered. A time
 * that is later than anything of the asset has no older parts. Only a part that is older than the newest row and is not
 * remembered any more has to be looked up in the store, and so has the newest row itself the first time. Rows that are
 * whole cost a look at each value.
 *
 * <p>Belongs to the thread that writes to the store, and relies on it: what was completed is written, or forgotten, before
 * more is completed. To complete the same frames again, since writing them failed, does no harm.
 */
final class PartialRows {
    private static final int REMEMBERED = 32; // rows of an asset: the parts of one are seldom more than a request apart
    private static final int GAP = 1_000; // periods; times further apart are looked up one by one
    private static final int PAGE = 10_000; // rows in one answer of the store
    private static final Duration VISIBLE_WITHIN = Duration.ofSeconds(30);

    private record Series(AssetId asset, long schema) {
        static Series of(Frame frame) {
            return new Series(frame.asset(), frame.schema().id());
        }
    }

    /** What is known of an asset: how far it has come, and its last rows if it sends parts. */
    private static final class Known {
        long newest = Long.MIN_VALUE;
        boolean startsAtStore; // whether no row of the store is later than the newest here
        final Map<Long, Row> rows = new LinkedHashMap<>();
    }

    private static final class Row {
        final double[] values;
        final byte[] qualities;

        Row(Frame frame, int row) {
            int width = frame.schema().width();
            values = new double[width];
            qualities = new byte[width];
            for (int channel = 0; channel < width; channel++) {
                values[channel] = frame.value(row, channel);
                qualities[channel] = frame.qualityCode(row, channel);
            }
        }

        void say(Frame frame, int row) {
            for (int channel = 0; channel < values.length; channel++) {
                if (frame.says(row, channel)) {
                    values[channel] = frame.value(row, channel);
                    qualities[channel] = frame.qualityCode(row, channel);
                }
            }
        }
    }

    private final SampleStore store;
    private final Map<Series, Known> known = new HashMap<>();
    private volatile boolean othersWrote;

    PartialRows(SampleStore store) {
        this.store = store;
    }

    /** Takes note that the store may hold rows that have not passed here. Any thread may call this. */
    void othersWrote() {
        othersWrote = true;
    }

    /**
     * Returns the frames with their rows completed, in the same order.
     *
     * @throws org.industrialmind.telemetry.store.StoreUnavailableException if older parts cannot be looked up now
     */
    List<Frame> completed(List<Frame> frames) {
        if (othersWrote) {
            othersWrote = false;
            known.clear();
        }
        known.values().forEach(PartialRows::trim);
        Map<Series, List<Frame>> inParts = new LinkedHashMap<>();
        for (Frame frame : frames) {
            if (isPart(frame)) {
                inParts.computeIfAbsent(Series.of(frame), _ -> new ArrayList<>())
                        .add(frame);
            }
        }
        lookUp(inParts);
        List<Frame> completed = new ArrayList<>();
        for (Frame frame : frames) {
            Series series = Series.of(frame);
            Known here = known.computeIfAbsent(series, _ -> new Known());
            completed.add(inParts.containsKey(series) ? complete(frame, here) : whole(frame, here));
        }
        return completed;
    }

    /** Forgets rows that the store has refused. */
    void forget(List<Frame> frames) {
        for (Frame frame : frames) {
            Known here = known.get(Series.of(frame));
            for (int row = 0; here != null && row < frame.rows(); row++) {
                here.rows.remove(frame.time(row));
            }
        }
    }

    private static void trim(Known here) {
        Iterator<Long> oldest = here.rows.keySet().iterator();
        for (int surplus = here.rows.size() - REMEMBERED; surplus > 0; surplus--) {
            oldest.next();
            oldest.remove();
        }
    }

    private static boolean isPart(Frame frame) {
        for (int row = 0; row < frame.rows(); row++) {
            if (isPart(frame, row)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPart(Frame frame, int row) {
        for (int channel = 0; channel < frame.schema().width(); channel++) {
            if (!frame.says(row, channel)) {
                return true;
            }
        }
        return false;
    }

    /** Takes a frame of whole rows as it is; what was said of these times before has been replaced. */
    private static Frame whole(Frame frame, Known here) {
        for (int row = 0; row < frame.rows(); row++) {
            here.newest = Math.max(here.newest, frame.time(row));
            if (!here.rows.isEmpty()) {
                here.rows.remove(frame.time(row));
            }
        }
        return frame;
    }

    private static Frame complete(Frame frame, Known here) {
        int width = frame.schema().width();
        long[] times = new long[frame.rows()];
        double[] values = new double[times.length * width];
        byte[] qualities = new byte[values.length];
        for (int row = 0; row < times.length; row++) {
            times[row] = frame.time(row);
            here.newest = Math.max(here.newest, times[row]);
            Row said = here.rows.get(times[row]);
            if (said == null) {
                said = new Row(frame, row);
                here.rows.put(times[row], said);
            } else {
                said.say(frame, row);
            }
            System.arraycopy(said.values, 0, values, row * width, width);
            System.arraycopy(said.qualities, 0, qualities, row * width, width);
        }
        return Frame.of(frame.asset(), frame.schema(), times, values, qualities);
    }

    private void lookUp(Map<Series, List<Frame>> inParts) {
        boolean visible = false;
        for (Map.Entry<Series, List<Frame>> each : inParts.entrySet()) {
            AssetId asset = each.getKey().asset();
            FrameSchema schema = each.getValue().getFirst().schema();
            Known here = known.computeIfAbsent(each.getKey(), _ -> new Known());
            SortedSet<Long> wanted = unknown(each.getValue(), here);
            if (here.startsAtStore && wanted.isEmpty()) {
                continue;
            }
            if (!visible) {
                store.awaitVisible(VISIBLE_WITHIN);
                visible = true;
            }
            if (!here.startsAtStore) {
                store.latest(asset, schema)
                        .ifPresent(latest -> here.newest = Math.max(here.newest, latest.time(latest.rows() - 1)));
                here.startsAtStore = true;
                wanted = unknown(each.getValue(), here);
            }
            lookUp(asset, schema, wanted, here);
        }
    }

    /** Returns the times of partial rows of which the store may know more than is remembered. */
    private static SortedSet<Long> unknown(List<Frame> frames, Known here) {
        TreeSet<Long> times = new TreeSet<>();
        for (Frame frame : frames) {
            for (int row = 0; row < frame.rows(); row++) {
                long time = frame.time(row);
                if (time <= here.newest && !here.rows.containsKey(time) && isPart(frame, row)) {
                    times.add(time);
                }
            }
        }
        return times;
    }

    private void lookUp(AssetId asset, FrameSchema schema, SortedSet<Long> wanted, Known here) {
        long gap = (long) ((double) GAP * schema.periodNanos());
        TreeSet<Long> run = new TreeSet<>();
        for (long time : wanted) {
            if (!run.isEmpty() && time - run.last() > gap) {
                remember(asset, schema, run, here);
                run.clear();
            }
            run.add(time);
        }
        if (!run.isEmpty()) {
            remember(asset, schema, run, here);
        }
    }

    private void remember(AssetId asset, FrameSchema schema, SortedSet<Long> wanted, Known here) {
        long from = wanted.first();
        int rows = PAGE;
        while (rows == PAGE) {
            rows = 0;
            for (Frame frame : store.range(asset, schema, from, wanted.last() + 1, PAGE)) {
                for (int row = 0; row < frame.rows(); row++) {
                    if (wanted.contains(frame.time(row))) {
                        here.rows.put(frame.time(row), new Row(frame, row));
                    }
                }
                rows += frame.rows();
                from = frame.time(frame.rows() - 1) + 1;
            }
        }
    }
}
