package org.industrialmind.learning.anomaly;

import java.util.Arrays;
import java.util.BitSet;

/**
 * A window in robust standard deviations from the normal level of its own machine and regime.
 *
 * <p>Shape: [time, channel]. A missing reading is 0, the normal level, unless the gap was bridged ({@link JudgedChannels});
 * a value beyond the clip of {@link BaselineSettings} is the clip, so that one wild reading cannot drown the rest.
 */
public final class StandardWindow {
    private final int width;
    private final float[] z;
    private final BitSet unread;
    private final BitSet bridged; // cells

    /** Takes the array as it is; the caller gives it away. */
    StandardWindow(int width, float[] z) {
        this(width, z, new BitSet(), new BitSet());
    }

    /** Takes the arguments as they are; the caller gives them away. */
    StandardWindow(int width, float[] z, BitSet unread, BitSet bridged) {
        this.width = width;
        this.z = z;
        this.unread = unread;
        this.bridged = bridged;
    }

    /**
     * Returns a stretch of a longer series; copied. Shape: series [time, channel].
     *
     * @throws IllegalArgumentException if the stretch has no row or reaches beyond the series, or a value is not finite
     */
    public static StandardWindow of(int width, float[] series, int fromRow, int length) {
        if (width < 1 || length < 1 || fromRow < 0 || (long) (fromRow + length) * width > series.length) {
            throw new IllegalArgumentException(length + " rows from row " + fromRow + " of " + series.length
                    + " values in " + width + " channels: expected at least one row, all within the series");
        }
        float[] z = Arrays.copyOfRange(series, fromRow * width, (fromRow + length) * width);
        for (float value : z) {
            if (!Float.isFinite(value)) {
                throw new IllegalArgumentException("a standardised value is " + value + ": expected a finite number");
            }
        }
        return new StandardWindow(width, z);
    }

    /**
     * Returns a window with other values in the same channels, such as what a forecast leaves of them. Values for fewer rows
     * are those of the last rows. Channels that were not read stay unread, and are 0; what bridged a gap still does.
     *
     * @throws IllegalArgumentException if the values do not fill whole rows, or more rows than there are
     */
    public StandardWindow with(float[] values) {
        if (values.length == 0 || values.length % width != 0 || values.length > z.length) {
            throw new IllegalArgumentException(values.length + " values do not fill rows of " + width
                    + " channels: expected up to " + length() + " whole rows");
        }
        float[] other = values.clone();
        for (int c = unread.nextSetBit(0); c >= 0; c = unread.nextSetBit(c + 1)) {
            for (int at = c; at < other.length; at += width) {
                other[at] = 0;
            }
        }
        return new StandardWindow(width, other, unread, bridged.get(z.length - values.length, z.length));
    }

    /** Returns the number of rows. */
    public int length() {
        return z.length / width;
    }

    /** Returns the number of channels. */
    public int width() {
        return width;
    }

    public float get(int row, int channel) {
        return z[row * width + channel];
    }

    /** Returns whether the channel was read at all; one that was not is 0 throughout, and no evidence of anything. */
    public boolean read(int channel) {
        return !unread.get(channel);
    }

    /** Returns whether no value bridges a gap. */
    public boolean complete() {
        return bridged.isEmpty();
    }

    /** Returns whether the value bridges a gap: it was not read, and says nothing of noise. */
    public boolean bridged(int row, int channel) {
        return bridged.get(row * width + channel);
    }

    /** Copies all values, row after row, into the target from that position on. */
    public void copyTo(float[] target, int position) {
        System.arraycopy(z, 0, target, position, z.length);
    }
}
