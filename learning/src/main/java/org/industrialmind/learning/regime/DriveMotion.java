package org.industrialmind.learning.regime;

import org.industrialmind.signal.Window;

/**
 * How one drive stood and moved in one window.
 *
 * @param read whether there is a reading at all; the others are 0 where there is none
 * @param mean of the readings
 * @param move highest less lowest reading
 */
record DriveMotion(boolean read, double mean, double move) {
    static DriveMotion of(Window window, int channel) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double sum = 0;
        int count = 0;
        for (int row = 0; row < window.length(); row++) {
            float value = window.get(row, channel);
            if (Float.isFinite(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
                sum += value;
                count++;
            }
        }
        return count == 0 ? new DriveMotion(false, 0, 0) : new DriveMotion(true, sum / count, high - low);
    }
}
