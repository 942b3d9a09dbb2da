package org.industrialmind.learning.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.industrialmind.foundations.statistics.Quantiles;
import org.industrialmind.signal.Window;

/**
 * Two channels that may have been connected to each other's instrument.
 *
 * @param one position in the schema
 * @param fromRow the row since which
 */
public record Exchange(int one, int other, int fromRow) {
    /** Returns the pairs each of which reads what the other usually does. */
    static List<Exchange> possible(Window window, int fromRow, int[] channels, List<ChannelNorm> norms) {
        double[] levels = new double[window.width()];
        Arrays.setAll(levels, c -> level(window, c, fromRow));
        List<Exchange> possible = new ArrayList<>();
        for (int i = 0; i < channels.length; i++) {
            for (int k = i + 1; k < channels.length; k++) {
                int one = channels[i];
                int other = channels[k];
                if (norms.get(one).usual(levels[other]) && norms.get(other).usual(levels[one])) {
                    possible.add(new Exchange(one, other, fromRow));
                }
            }
        }
        return possible;
    }

    private static double level(Window window, int channel, int fromRow) {
        double[] read = new double[window.length() - fromRow];
        int count = 0;
        for (int row = fromRow; row < window.length(); row++) {
            float value = window.get(row, channel);
            if (Float.isFinite(value)) {
                read[count++] = value;
            }
        }
        return count == 0 ? Double.NaN : Quantiles.median(Arrays.copyOf(read, count));
    }

    /** Returns the window as it would have been read over the right wires. */
    public Window undone(Window window) {
        int width = window.width();
        float[] values = window.values();
        for (int row = fromRow; row < window.length(); row++) {
            values[row * width + one] = window.get(row, other);
            values[row * width + other] = window.get(row, one);
        }
        return window.with(values);
    }
}
