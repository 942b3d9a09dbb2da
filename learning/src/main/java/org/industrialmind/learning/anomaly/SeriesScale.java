package org.industrialmind.learning.anomaly;

import java.util.Arrays;
import org.industrialmind.foundations.algebra.Matrix;

/**
 * The normal level and spread of each channel of a plain series, found as those of a machine in one regime are, for data
 * that tells neither machines nor drives.
 */
public final class SeriesScale {
    private final Scale scale;

    private SeriesScale(Scale scale) {
        this.scale = scale;
    }

    /** Finds the scale. Shape: normal [time, channel], NaN where missing. */
    public static SeriesScale fit(Matrix normal) {
        double[] centre = new double[normal.columns()];
        double[] spread = new double[normal.columns()];
        for (int c = 0; c < centre.length; c++) {
            double[] ascending = Arrays.stream(normal.column(c))
                    .filter(Double::isFinite)
                    .sorted()
                    .toArray();
            double span = ascending.length == 0 ? 0 : ascending[ascending.length - 1] - ascending[0];
            ScaleFit.Level level = ScaleFit.ofSorted(ascending, span);
            centre[c] = level.centre();
            spread[c] = level.spread();
        }
        return new SeriesScale(new Scale(centre, spread));
    }

    /**
     * Puts a series to scale. A missing value is the last that was read, or the normal level before any was.
     *
     * @param clip the largest |z|
     * @throws IllegalArgumentException if the series has another number of channels
     */
    public float[] apply(Matrix series, double clip) {
        int width = scale.width();
        if (series.columns() != width) {
            throw new IllegalArgumentException("the series has " + series.columns() + " channels: expected the " + width
                    + " that the scale was found of");
        }
        double[] values = series.toArray();
        float[] z = new float[values.length];
        for (int i = 0; i < z.length; i++) {
            int c = i % width;
            double value = (values[i] - scale.centre(c)) / scale.spread(c);
            float last = i < width ? 0 : z[i - width];
            z[i] = Double.isFinite(value) ? (float) Math.clamp(value, -clip, clip) : last;
        }
        return z;
    }
}
