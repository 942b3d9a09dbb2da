package org.industrialmind.telemetry.scoring;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.Quality;
import org.industrialmind.signal.Window;

/**
 * The newest rows of one asset, on a grid, and the windows that become due as rows arrive.
 *
 * <p>The idea: slot {@code n} of the grid is the event time from {@code n * period} up to the next slot. A ring holds the
 * last {@code capacity} slots up to the newest; each slot holds the row of the greatest event time seen in it, and of
 * several rows with the same time whatever the last of the log to speak of a channel says of it, as in the store ({@link
 * PartialRows}). So what the ring holds is a function of the set of rows that stand in the log, not of the order in which
 * they came, and any suffix of the log that has those rows rebuilds it. No other state exists: windows have been due up to
 * the newest slot, and no further.
 *
 * <p>A window that ends before slot {@code e} is due when a row reaches slot {@code e}, whatever is still missing in it.
 * A row that comes later makes it due again, as long as the whole window is still in the ring; that span beyond the
 * window's length is the allowed lateness. After that the window is historical.
 *
 * <p>The lateness is measured against the asset's own newest row. A watermark across assets, as stream engines have it
 * ("The Dataflow Model", Akidau et al., VLDB 2015), would let one silent machine hold up, or one fast machine condemn,
 * all the others; nothing here joins assets, so nothing needs it.
 */
final class AssetWindows {
    private static final long NONE = Long.MIN_VALUE;

    private final AssetId asset;
    private final FrameSchema schema;
    private final int length;
    private final int stride;
    private final int capacity;
    private final int width;
    private final long period;

    private final float[] values; // [slot % capacity, channel]
    private final long[] slots; // the slot whose row is held there, or NONE
    private final long[] times; // event time of that row
    private final long[] offsets; // where the first part of that row stands in the log
    private final float[] scratch; // [row of the window, channel]

    private long newest = NONE;
    private long revisedFrom = Long.MAX_VALUE;
    private long revisedTo = NONE;

    AssetWindows(AssetId asset, FrameSchema schema, ScoringConfig config) {
        this.asset = asset;
        this.schema = schema;
        length = config.windowLength();
        stride = config.stride();
        width = schema.width();
        period = schema.periodNanos();
        long lateRows = Math.ceilDiv(config.lateness().toNanos(), period);
        capacity = (int) Math.min(length + lateRows, config.maxRetainedRows());
        values = new float[capacity * width];
        slots = new long[capacity];
        times = new long[capacity];
        offsets = new long[capacity];
        scratch = new float[length * width];
        Arrays.fill(slots, NONE);
    }

    /** Takes in the rows of a frame that stands at that offset of the log, and reports what they make due. */
    void append(Frame frame, long offset, DueSink sink) {
        if (ascending(frame)) {
            for (int row = 0; row < frame.rows(); row++) {
                append(frame, row, offset, sink);
            }
        } else {
            IntStream.range(0, frame.rows())
                    .boxed()
                    .sorted(Comparator.comparingLong(frame::time))
                    .forEach(row -> append(frame, row, offset, sink));
        }
        reportRevisions(sink);
    }

    private static boolean ascending(Frame frame) {
        for (int row = 1; row < frame.rows(); row++) {
            if (frame.time(row) < frame.time(row - 1)) {
                return false;
            }
        }
        return true;
    }

    private void append(Frame frame, int row, long offset, DueSink sink) {
        long slot = Math.floorDiv(frame.time(row), period);
        long newestTime = newest == NONE ? NONE : times[Math.floorMod(newest, capacity)];
        if (newest == NONE) {
            newest = slot;
            put(frame, row, slot, offset);
        } else if (slot > newest) {
            reportRevisions(sink); // before the ring moves on
            reportDue(slot, sink);
            newest = slot;
            put(frame, row, slot, offset);
        } else if (slot <= newest - capacity) {
            reportHistorical(slot + 1, slot + length, sink);
        } else if (put(frame, row, slot, offset)) {
            if (slot == newest && frame.time(row) == newestTime) {
                sink.standing();
            }
            revisedFrom = Math.min(revisedFrom, slot + 1);
            revisedTo = Math.max(revisedTo, Math.min(slot + length, newest));
        }
    }

    /** Reports the windows that end after the newest row, up to the slot reached, and have a row in them. */
    private void reportDue(long reached, DueSink sink) {
        long last = Math.min(reached, newest + length);
        for (long end = nextEnd(newest + 1); end <= last; end += stride) {
            sink.due(window(end), false);
        }
    }

    private void reportRevisions(DueSink sink) {
        if (revisedFrom > revisedTo) {
            return;
        }
        long oldest = newest - capacity + 1;
        for (long end = nextEnd(revisedFrom); end <= revisedTo; end += stride) {
            if (end - length >= oldest) {
                if (holdsRow(end)) {
                    sink.due(window(end), true);
                }
            } else {
                sink.historical(asset, schema, end, end);
            }
        }
        revisedFrom = Long.MAX_VALUE;
        revisedTo = NONE;
    }

    private void reportHistorical(long from, long to, DueSink sink) {
        long first = nextEnd(from);
        long last = Math.floorDiv(to, stride) * stride;
        if (first <= last) {
            sink.historical(asset, schema, first, last);
        }
    }

    /** Returns the first window end at or after the slot. */
    private long nextEnd(long slot) {
        return Math.ceilDiv(slot, stride) * stride;
    }

    /**
     * Puts the row into its slot unless a later one is there, and what it says into one of the same time; returns whether
     * that changed anything.
     */
    private boolean put(Frame frame, int row, long slot, long offset) {
        int index = Math.floorMod(slot, capacity);
        boolean held = slots[index] == slot;
        long time = frame.time(row);
        if (held && time < times[index]) {
            return false;
        }
        boolean part = held && time == times[index];
        boolean leansOnOlder = false;
        boolean changed = !held;
        for (int channel = 0, at = index * width; channel < width; channel++, at++) {
            if (part && !frame.says(row, channel)) {
                leansOnOlder = true;
                continue;
            }
            float value = usable(frame, row, channel);
            changed |= Float.floatToIntBits(value) != Float.floatToIntBits(values[at]);
            values[at] = value;
        }
        slots[index] = slot;
        times[index] = time;
        if (!leansOnOlder) {
            offsets[index] = offset;
        }
        return changed;
    }

    private static float usable(Frame frame, int row, int channel) {
        float value = (float) frame.value(row, channel);
        boolean believable = Float.isFinite(value) && Quality.usable(frame.qualityCode(row, channel));
        return believable ? value : Float.NaN;
    }

    private boolean holdsRow(long end) {
        for (long slot = end - length; slot < end; slot++) {
            if (slots[Math.floorMod(slot, capacity)] == slot) {
                return true;
            }
        }
        return false;
    }

    private Window window(long end) {
        int target = 0;
        for (long slot = end - length; slot < end; slot++, target += width) {
            int index = Math.floorMod(slot, capacity);
            if (slots[index] == slot) {
                System.arraycopy(values, index * width, scratch, target, width);
            } else {
                Arrays.fill(scratch, target, target + width, Float.NaN);
            }
        }
        return new Window(asset, schema, end * period, scratch);
    }

    /** Reports what would be due if a row reached the slot, without one. */
    void reach(long slot, DueSink sink) {
        if (newest != NONE) {
            reportDue(slot, sink);
        }
    }

    /** Returns the smallest offset of a row that is still held, or the given one if it is smaller. */
    long smallestOffset(long bound) {
        long smallest = bound;
        for (int index = 0; index < capacity; index++) {
            if (slots[index] > newest - capacity && slots[index] <= newest) {
                smallest = Math.min(smallest, offsets[index]);
            }
        }
        return smallest;
    }

    /** Returns the start of the newest slot that has a row, in epoch nanoseconds. */
    long newestNanos() {
        return newest * period;
    }
}
