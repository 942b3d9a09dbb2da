package org.industrialmind.learning.anomaly;

/**
 * A window in robust standard deviations from the normal level of its own machine and regime.
 *
 * <p>Shape: [time, channel]. A missing reading is 0, the normal level; a value beyond the clip of
 * {@link BaselineSettings} is the clip, so that one wild reading cannot drown the rest.
 */
public final class StandardWindow {
    private final int width;
    private final float[] z;

    /** Takes the array as it is; the caller gives it away. */
    StandardWindow(int width, float[] z) {
        this.width = width;
        this.z = z;
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

    /** Copies all values, row after row, into the target from that position on. */
    public void copyTo(float[] target, int position) {
        System.arraycopy(z, 0, target, position, z.length);
    }
}
