package org.industrialmind.telemetry.store;

import org.industrialmind.signal.Frame;

/**
 * A 64-bit fingerprint of one row, made to be added up: the sum over a set of rows tells two sets apart whatever their
 * order, and a row counted twice shows.
 *
 * <p>Only missing values collapse (every {@code NaN} counts the same); -0.0 counts as 0.0, as databases hand it back so.
 */
public final class RowChecksum {
    private RowChecksum() {}

    /** Returns the fingerprint of that row of the frame: its time, its values and their qualities. */
    public static long of(Frame frame, int row) {
        long hash = mix(frame.time(row));
        for (int c = 0; c < frame.schema().width(); c++) {
            double value = frame.value(row, c);
            hash = mix(hash ^ Double.doubleToLongBits(value + 0.0)); // + 0.0 turns -0.0 into 0.0
            hash = mix(hash + frame.qualityCode(row, c));
        }
        return hash;
    }

    /** Returns the sum of the fingerprints of all rows of the frame. */
    public static long of(Frame frame) {
        long sum = 0;
        for (int row = 0; row < frame.rows(); row++) {
            sum += of(frame, row);
        }
        return sum;
    }

    /** The finaliser of MurmurHash3: every input bit reaches every output bit. */
    private static long mix(long z) {
        z = (z ^ z >>> 33) * 0xff51afd7ed558ccdL;
        z = (z ^ z >>> 33) * 0xc4ceb9fe1a85ec53L;
        return z ^ z >>> 33;
    }
}
