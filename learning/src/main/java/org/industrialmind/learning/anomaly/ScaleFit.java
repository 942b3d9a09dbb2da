package org.industrialmind.learning.anomaly;

import java.util.Arrays;
import java.util.List;
import org.industrialmind.foundations.statistics.Quantiles;
import org.industrialmind.signal.Window;

/**
 * Finds the normal level and spread of each channel from windows of one machine in one regime.
 *
 * <p>Level and spread are the median and the median absolute deviation, times 1.4826, of the readings. Windows overlap;
 * each reading is counted once. A channel that hardly moves would get a spread of nothing, and the least flicker would
 * then be many sigmas. So the spread is never less than the largest of
 *
 * <ul>
 *   <li>half the resolution of the channel, which is the smallest step between two different readings: what a
 *       transmitter rounds to is no news;
 *   <li>a tenth of the spread that the middle nine tenths of the readings would have if they were normal, for channels
 *       that sit still most of the time;
 *   <li>a thousandth of the span of the channel over all regimes of the machine;
 *   <li>a ten-thousandth of the level, and 1e-9 where even the level is 0.
 * </ul>
 */
final class ScaleFit {
    private static final double MIDDLE_TO_SIGMA = 3.289707; // 95 % less 5 % quantile of the standard normal
    private static final double SHARE_OF_MIDDLE = 0.1;
    private static final double SHARE_OF_SPAN = 1e-3;
    private static final double SHARE_OF_LEVEL = 1e-4;
    private static final double LEAST = 1e-9;

    private ScaleFit() {}

    /** @param spans highest less lowest reading of each channel over all regimes of the machine */
    static Scale fit(List<Window> windows, double[] spans) {
        int width = windows.getFirst().width();
        double[] centre = new double[width];
        double[] spread = new double[width];
        for (int c = 0; c < width; c++) {
            double[] readings = readings(windows, c);
            Arrays.sort(readings);
            Level level = ofSorted(readings, spans[c]);
            centre[c] = level.centre();
            spread[c] = level.spread();
        }
        return new Scale(centre, spread);
    }

    /** Normal level and spread of one channel. */
    record Level(double centre, double spread) {}

    /** @param span highest less lowest reading of the channel over all regimes of the machine */
    static Level ofSorted(double[] ascending, double span) {
        if (ascending.length == 0) { // never read in this regime: whatever comes is compared with nothing
            return new Level(0, Math.max(SHARE_OF_SPAN * span, LEAST));
        }
        double deviation = Quantiles.medianDeviationOfSorted(ascending);
        return new Level(Quantiles.ofSorted(ascending, 0.5), Math.max(deviation, floor(ascending, span)));
    }

    private static double floor(double[] ascending, double span) {
        double middle = (Quantiles.ofSorted(ascending, 0.95) - Quantiles.ofSorted(ascending, 0.05)) / MIDDLE_TO_SIGMA;
        double level = Math.abs(Quantiles.ofSorted(ascending, 0.5));
        double floor = Math.max(resolution(ascending) / 2, SHARE_OF_MIDDLE * middle);
        floor = Math.max(floor, SHARE_OF_SPAN * span);
        return Math.max(floor, Math.max(SHARE_OF_LEVEL * level, LEAST));
    }

    private static double resolution(double[] ascending) {
        double step = Double.POSITIVE_INFINITY;
        for (int i = 1; i < ascending.length; i++) {
            double difference = ascending[i] - ascending[i - 1];
            if (difference > 0 && difference < step) {
                step = difference;
            }
        }
        return Double.isInfinite(step) ? 0 : step;
    }

    /** Returns the readings of a channel, each once although windows overlap, in order of time. */
    private static double[] readings(List<Window> windows, int channel) {
        double[] kept = new double[windows.size() * windows.getFirst().length()];
        int count = 0;
        long read = Long.MIN_VALUE;
        for (Window window : windows) {
            for (int row = firstAfter(read, window); row < window.length(); row++) {
                float value = window.get(row, channel);
                if (Float.isFinite(value)) {
                    kept[count++] = value;
                }
            }
            read = window.endNanos();
        }
        return Arrays.copyOf(kept, count);
    }

    private static int firstAfter(long readUntil, Window window) {
        if (readUntil <= window.startNanos()) {
            return 0;
        }
        long rows = (readUntil - window.startNanos()) / window.schema().periodNanos();
        return (int) Math.min(window.length(), rows);
    }
}
