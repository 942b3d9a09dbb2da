package org.industrialmind.learning.novelty;

import java.util.Arrays;
import java.util.Map;
import org.industrialmind.foundations.statistics.Quantiles;
import org.industrialmind.learning.anomaly.StandardWindow;
import org.industrialmind.learning.format.NamedTensors;
import org.industrialmind.learning.format.Tensor;

/**
 * Describes pieces of half a window's length, each a quarter later than the last, in a few numbers a channel: level,
 * logarithm of the spread, and the means over {@value #SHAPE} parts of equal length, put to level 0 and spread 1.
 *
 * <p>Level and spread are in their usual deviations, the shape is in those of a course of noise. Pieces of fewer than
 * {@value #FEWEST_ROWS} rows have no shape, those of one row no spread either: both are then 0. So is all of a channel
 * that was not read, which is what it usually is.
 */
final class PatchDescription {
    static final int AMPLITUDE = 2; // level and spread
    static final int SHAPE = 6;

    private static final int FEWEST_ROWS = 2 * SHAPE;
    private static final double QUIET = 0.02; // sigma, below which quiet is quiet
    private static final double LEAST_DEVIATION = 0.1; // of a level in sigma, of the logarithm of a spread

    private final Layout layout;
    private final int rows;
    private final double[] scale; // [channel, 4]: usual level and its deviation, usual spread and its deviation

    private PatchDescription(Layout layout, double[] scale) {
        this.layout = layout;
        this.rows = Math.ceilDiv(layout.rows(), 2);
        this.scale = scale;
    }

    static PatchDescription fit(NormalWindows windows) {
        Layout layout = windows.layout();
        double[] plain = new double[4 * layout.channels()];
        for (int c = 0; c < layout.channels(); c++) {
            plain[4 * c + 1] = 1;
            plain[4 * c + 3] = 1;
        }
        PatchDescription raw = new PatchDescription(layout, plain);
        double[] scale = new double[plain.length];
        double[] seen = new double[windows.items().size()];
        for (int i = 0; i < scale.length; i += 2) { // levels and spreads of all channels, in turn
            int at = i / 4 * raw.size() + i / 2 % 2;
            for (int w = 0; w < seen.length; w++) {
                seen[w] = raw.of(windows.items().get(w).window(), 0)[at];
            }
            Arrays.sort(seen);
            scale[i] = Quantiles.ofSorted(seen, 0.5);
            scale[i + 1] = Math.max(LEAST_DEVIATION, Quantiles.medianDeviationOfSorted(seen));
        }
        return new PatchDescription(layout, scale);
    }

    /** Returns how many pieces a window has. */
    int patches() {
        return (layout.rows() - rows) / stride() + 1;
    }

    private int stride() {
        return Math.max(1, rows / 2);
    }

    /** Returns how many numbers describe a piece of one channel: first those of its amplitude, then those of its shape. */
    int size() {
        return AMPLITUDE + SHAPE;
    }

    /** Describes a piece of a window. Shape: [channel, {@link #size()}]. */
    float[] of(StandardWindow window, int patch) {
        float[] description = new float[layout.channels() * size()];
        int from = patch * stride();
        for (int c = 0; c < layout.channels(); c++) {
            if (window.read(c)) {
                describe(window, c, from, description, c * size());
            }
        }
        return description;
    }

    private void describe(StandardWindow window, int channel, int from, float[] description, int at) {
        double sum = 0;
        double squares = 0;
        for (int row = from; row < from + rows; row++) {
            double z = window.get(row, channel);
            sum += z;
            squares += z * z;
        }
        double level = sum / rows;
        double spread = QUIET + Math.sqrt(Math.max(0, squares / rows - level * level));
        description[at] = (float) ((level - scale[4 * channel]) / scale[4 * channel + 1]);
        if (rows > 1) {
            description[at + 1] = (float) ((Math.log(spread) - scale[4 * channel + 2]) / scale[4 * channel + 3]);
        }
        if (rows >= FEWEST_ROWS) {
            for (int s = 0; s < SHAPE; s++) {
                int first = from + s * rows / SHAPE;
                int last = from + (s + 1) * rows / SHAPE;
                double part = 0;
                for (int row = first; row < last; row++) {
                    part += window.get(row, channel);
                }
                description[at + 2 + s] =
                        (float) ((part / (last - first) - level) / spread * Math.sqrt((double) rows / SHAPE));
            }
        }
    }

    /** Returns the levels alone. Shape: [channel, {@link #size()}] -> [channel]. */
    float[] levels(float[] description) {
        float[] levels = new float[layout.channels()];
        for (int c = 0; c < levels.length; c++) {
            levels[c] = description[c * size()];
        }
        return levels;
    }

    void keep(Map<String, Tensor> tensors) {
        tensors.put("description", Tensor.of(scale, layout.channels(), 4));
    }

    static PatchDescription restore(Layout layout, NamedTensors tensors) {
        double[] scale = tensors.doubles("description", layout.channels(), 4);
        for (int i = 1; i < scale.length; i += 2) {
            if (!(scale[i] > 0)) {
                throw new IllegalArgumentException(
                        "tensor description holds a deviation of " + scale[i] + ": expected positive ones");
            }
        }
        return new PatchDescription(layout, scale);
    }
}
