package org.industrialmind.learning.anomaly;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.Window;

/**
 * The channels of a schema that are judged: neither the drives, which are what the machine was asked to do, told apart by
 * the regime, nor what comes to it from outside; both are no fault of it.
 *
 * @param positions in the schema, ascending
 */
public record JudgedChannels(FrameSchema schema, List<Integer> positions) {
    public JudgedChannels {
        positions = List.copyOf(positions);
    }

    /** @throws IllegalArgumentException if every channel is a drive or comes from outside */
    public static JudgedChannels of(FrameSchema schema) {
        List<Integer> positions = IntStream.range(0, schema.width())
                .filter(c -> schema.channel(c).role().judged())
                .boxed()
                .toList();
        if (positions.isEmpty()) {
            throw new IllegalArgumentException("every channel of " + schema.equipmentClass()
                    + " is a drive or comes from outside: expected at least one channel that shows how the"
                    + " machine responds");
        }
        return new JudgedChannels(schema, positions);
    }

    public int count() {
        return positions.size();
    }

    /** Returns the name of the judged channel, counted from 0 among the judged. */
    public String name(int judged) {
        return schema.channel(positions.get(judged)).name();
    }

    /**
     * Returns the judged channels of a window alone, with its gaps bridged by straight lines between the readings around
     * them, flat at the ends: a gap is no news, and neither is a fall to the normal level and back. An infinite reading
     * counts as missing.
     *
     * @param window as it was read
     * @param z the same window as {@link Baseline#place} gives it
     */
    public StandardWindow of(Window window, StandardWindow z) {
        int rows = z.length();
        int width = positions.size();
        float[] chosen = new float[rows * width];
        BitSet unread = new BitSet(width);
        BitSet bridged = new BitSet();
        for (int j = 0; j < width; j++) {
            int channel = positions.get(j);
            int last = -1; // row that was read last
            for (int row = 0; row < rows; row++) {
                if (Float.isFinite(window.get(row, channel))) {
                    chosen[row * width + j] = z.get(row, channel);
                    if (last < row - 1) {
                        bridge(chosen, width, j, last, row);
                    }
                    last = row;
                } else {
                    bridged.set(row * width + j);
                }
            }
            if (last < 0) {
                unread.set(j);
            } else {
                for (int row = last + 1; row < rows; row++) {
                    chosen[row * width + j] = chosen[last * width + j];
                }
            }
        }
        return new StandardWindow(width, chosen, unread, bridged);
    }

    /** Fills the rows between two that were read; before the first that was read, its value. */
    private static void bridge(float[] chosen, int width, int j, int from, int to) {
        float end = chosen[to * width + j];
        float start = from < 0 ? end : chosen[from * width + j];
        for (int row = from + 1; row < to; row++) {
            chosen[row * width + j] = start + (end - start) * (row - from) / (to - from);
        }
    }
}
