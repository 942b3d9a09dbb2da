package org.industrialmind.signal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Some consecutive readings of one asset: a small table of rows in time and channels across, the unit in which readings
 * travel.
 *
 * <p>Shape: values are [row, channel] in the order of the schema; times are event times in epoch nanoseconds, in the
 * order in which they were read, usually but not necessarily ascending. A value that is missing is {@code NaN}; one that
 * is missing and nevertheless good was not said ({@link #says}), and leaves what is known of that time as it is. In a
 * schema of single precision every value is rounded to a 32-bit float when the frame is made, so what a frame says is
 * what the wire and the store will say.
 */
public final class Frame {
    /** The most values a frame may hold: a guard against hostile or broken writers. */
    public static final int MAX_VALUES = 1 << 16;

    private final AssetId asset;
    private final FrameSchema schema;
    private final long[] times;
    private final double[] values;
    private final byte @Nullable [] qualities;

    private Frame(AssetId asset, FrameSchema schema, long[] times, double[] values, byte @Nullable [] qualities) {
        this.asset = asset;
        this.schema = schema;
        this.times = times;
        this.values = values;
        this.qualities = qualities;
    }

    /**
     * Makes a frame whose values are all good.
     *
     * @param times epoch nanoseconds, one a row; copied
     * @param values row after row, {@code times.length * schema.width()} of them; copied
     * @throws IllegalArgumentException if the lengths disagree, there is no row, or more than {@value #MAX_VALUES} values
     */
    public static Frame good(AssetId asset, FrameSchema schema, long[] times, double[] values) {
        checkShape(asset, schema, times, values, null);
        return new Frame(asset, schema, times.clone(), rounded(schema, values), null);
    }

    /**
     * Makes a frame with a quality for each value.
     *
     * @param qualities packed as by {@link Quality#code()}, one a value, in the order of the values; copied
     * @throws IllegalArgumentException if the lengths disagree, there is no row, more than {@value #MAX_VALUES} values, or
     *     a code stands for no quality
     */
    public static Frame of(AssetId asset, FrameSchema schema, long[] times, double[] values, byte[] qualities) {
        checkShape(asset, schema, times, values, qualities);
        boolean allGood = true;
        for (byte code : qualities) {
            allGood &= code == 0;
            Quality.of(code);
        }
        return new Frame(asset, schema, times.clone(), rounded(schema, values), allGood ? null : qualities.clone());
    }

    private static void checkShape(
            AssetId asset, FrameSchema schema, long[] times, double[] values, byte @Nullable [] qualities) {
        boolean fits = times.length > 0
                && values.length == times.length * schema.width()
                && values.length <= MAX_VALUES
                && (qualities == null || qualities.length == values.length);
        if (!fits) {
            throw new IllegalArgumentException("frame of " + asset + " has " + times.length + " times, " + values.length
                    + " values" + (qualities == null ? "" : " and " + qualities.length + " qualities") + ": expected at"
                    + " least one row of " + schema.width() + " values each, and at most " + MAX_VALUES + " values");
        }
    }

    private static double[] rounded(FrameSchema schema, double[] values) {
        double[] copy = values.clone();
        if (schema.precision() == FrameSchema.Precision.SINGLE) {
            for (int i = 0; i < copy.length; i++) {
                copy[i] = (float) copy[i];
            }
        }
        return copy;
    }

    public AssetId asset() {
        return asset;
    }

    public FrameSchema schema() {
        return schema;
    }

    public int rows() {
        return times.length;
    }

    /** Returns the event time of the row, in epoch nanoseconds. */
    public long time(int row) {
        return times[row];
    }

    /** Returns the value, or {@code NaN} if it is missing. */
    public double value(int row, int channel) {
        return values[row * schema.width() + channel];
    }

    /** Returns the packed quality of the value; see {@link Quality#of(byte)}. */
    public byte qualityCode(int row, int channel) {
        return qualities == null ? 0 : qualities[row * schema.width() + channel];
    }

    /**
     * Returns whether the row tells anything of the channel: a value, or by its quality that there is none. A gateway that
     * sends the channels of one time in parts leaves the others unsaid in each.
     */
    public boolean says(int row, int channel) {
        return !Double.isNaN(value(row, channel)) || qualityCode(row, channel) != 0;
    }

    public Quality quality(int row, int channel) {
        return Quality.of(qualityCode(row, channel));
    }

    /** Returns whether every value of the frame is of good quality without a remark. */
    public boolean allGood() {
        return qualities == null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Frame that
                && asset.equals(that.asset)
                && schema.id() == that.schema.id()
                && Arrays.equals(times, that.times)
                && Arrays.equals(values, that.values)
                && Arrays.equals(qualities, that.qualities);
    }

    @Override
    public int hashCode() {
        return 31 * asset.hashCode() + Arrays.hashCode(times);
    }

    @Override
    public String toString() {
        return "Frame[" + asset + " " + schema.equipmentClass() + " " + rows() + "x" + schema.width() + " from "
                + times[0] + "]";
    }
}
