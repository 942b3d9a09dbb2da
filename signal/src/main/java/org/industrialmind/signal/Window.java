package org.industrialmind.signal;

/**
 * The last stretch of one asset's readings on a regular grid: what a detector looks at.
 *
 * <p>Shape: values are [time, channel] as 32-bit floats, oldest row first. Row {@code i} covers the event times from
 * {@code start + i * period} up to, not including, the next row; where nothing usable was read the value is {@code NaN}.
 * Windows end on whole multiples of their stride since the epoch, whatever the order of arrival, so that a replay makes
 * the same windows again.
 */
public final class Window {
    private final AssetId asset;
    private final FrameSchema schema;
    private final long endNanos;
    private final int length;
    private final float[] values;
    private final int missing;

    /**
     * Makes a window.
     *
     * @param endNanos the end, exclusive, in epoch nanoseconds
     * @param values row after row, a whole number of rows of {@code schema.width()} values; copied
     * @throws IllegalArgumentException if the values do not fill whole rows
     */
    public Window(AssetId asset, FrameSchema schema, long endNanos, float[] values) {
        if (values.length == 0 || values.length % schema.width() != 0) {
            throw new IllegalArgumentException("window of " + asset + " has " + values.length
                    + " values: expected a positive multiple of " + schema.width());
        }
        this.asset = asset;
        this.schema = schema;
        this.endNanos = endNanos;
        this.length = values.length / schema.width();
        this.values = values.clone();
        int gaps = 0;
        for (float value : values) {
            gaps += Float.isNaN(value) ? 1 : 0;
        }
        this.missing = gaps;
    }

    public AssetId asset() {
        return asset;
    }

    public FrameSchema schema() {
        return schema;
    }

    /** Returns the end, exclusive, in epoch nanoseconds. */
    public long endNanos() {
        return endNanos;
    }

    /** Returns the start, inclusive, in epoch nanoseconds. */
    public long startNanos() {
        return endNanos - length * schema.periodNanos();
    }

    /** Returns the number of rows. */
    public int length() {
        return length;
    }

    /** Returns the number of channels. */
    public int width() {
        return schema.width();
    }

    /** Returns the value at that row and channel, or {@code NaN} if nothing usable was read. */
    public float get(int row, int channel) {
        return values[row * schema.width() + channel];
    }

    /** Returns the share of cells in [0, 1] that hold a value. */
    public double coverage() {
        return 1.0 - (double) missing / values.length;
    }

    /** Copies all values, row after row, into the target from that position on. */
    public void copyTo(float[] target, int position) {
        System.arraycopy(values, 0, target, position, values.length);
    }

    /** Returns all values, row after row, as a copy. */
    public float[] values() {
        return values.clone();
    }

    /**
     * Returns the same stretch of the same asset with other values.
     *
     * @param other row after row, as many as there are; copied
     * @throws IllegalArgumentException if they are more or fewer
     */
    public Window with(float[] other) {
        if (other.length != values.length) {
            throw new IllegalArgumentException(
                    this + " has " + values.length + " values: expected as many, and not " + other.length);
        }
        return new Window(asset, schema, endNanos, other);
    }

    /** Returns the window as if these channels had not been read. */
    public Window without(int... channels) {
        float[] left = values();
        for (int channel : channels) {
            for (int at = channel; at < left.length; at += width()) {
                left[at] = Float.NaN;
            }
        }
        return with(left);
    }

    @Override
    public String toString() {
        return "Window[" + asset + " " + length + "x" + width() + " to " + endNanos + "]";
    }
}
