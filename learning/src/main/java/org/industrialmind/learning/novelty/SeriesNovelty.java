package org.industrialmind.learning.novelty;

import java.util.ArrayList;
import java.util.List;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.learning.anomaly.SeriesScale;
import org.industrialmind.learning.anomaly.StandardWindow;

/**
 * Scores the rows of a plain series [time, channel] by any method: data of which nothing is known but that its beginning
 * is normal, without machines, drives or ways of running. Public benchmarks come so.
 *
 * <p>A row is scored by the window that ends with it, so nothing is known ahead of time. Scores have no limit; one has to
 * be set on normal rows that were not learned from.
 */
public final class SeriesNovelty {
    private static final int MOST_WINDOWS = 20_000; // to learn from: of longer series, every second, third ... is taken
    private static final double CLIP = 200;
    private static final int PLACE = 0;
    private static final int BATCH = 256; // windows at once

    private final int windowLength;
    private final SeriesScale scale;
    private final KnownNormal known;

    private SeriesNovelty(int windowLength, SeriesScale scale, KnownNormal known) {
        this.windowLength = windowLength;
        this.scale = scale;
        this.known = known;
    }

    /**
     * Learns from normal rows.
     *
     * @param normal [time, channel] in the channels' own units, NaN where missing
     * @param windowLength rows in a window, from 1
     * @throws IllegalArgumentException if there are fewer rows than a window has, or the method cannot learn from them
     */
    public static SeriesNovelty learn(NoveltyMethod method, Matrix normal, int windowLength, long seed) {
        int count = normal.rows() - windowLength + 1;
        if (windowLength < 1 || count < 1) {
            throw new IllegalArgumentException(normal.rows() + " rows to learn windows of " + windowLength
                    + " from: expected windows of at least one row, and at least one window");
        }
        SeriesScale scale = SeriesScale.fit(normal);
        float[] z = scale.apply(normal, CLIP);
        int stride = Math.ceilDiv(count, MOST_WINDOWS);
        List<NormalWindows.Item> items = new ArrayList<>();
        for (int from = 0; from < count; from += stride) {
            double fresh = from == 0 ? 1 : Math.min(1, stride / (double) windowLength);
            items.add(new NormalWindows.Item(PLACE, fresh, StandardWindow.of(normal.columns(), z, from, windowLength)));
        }
        Layout layout = new Layout(windowLength, normal.columns(), 1);
        return new SeriesNovelty(windowLength, scale, method.learn(new NormalWindows(layout, items), seed));
    }

    /**
     * Returns the novelty at each row: that of the window which ends with it; 0 at rows before the first whole window.
     *
     * @param series [time, channel] in the channels' own units, NaN where missing: the last value is held
     * @throws IllegalArgumentException if the series has another number of channels
     */
    public double[] scores(Matrix series) {
        float[] z = scale.apply(series, CLIP);
        double[] scores = new double[series.rows()];
        for (int from = windowLength - 1; from < scores.length; from += BATCH) {
            List<StandardWindow> batch = new ArrayList<>();
            for (int last = from; last < Math.min(scores.length, from + BATCH); last++) {
                batch.add(window(z, series.columns(), last));
            }
            double[] novelties = known.novelties(PLACE, batch);
            System.arraycopy(novelties, 0, scores, from, novelties.length);
        }
        return scores;
    }

    /**
     * Returns what speaks against each channel at a row.
     *
     * @throws IllegalArgumentException if the row is before the first whole window or beyond the series
     */
    public Evidence evidence(Matrix series, int row) {
        return known.evidence(PLACE, window(scale.apply(series, CLIP), series.columns(), row));
    }

    private StandardWindow window(float[] z, int channels, int lastRow) {
        return StandardWindow.of(channels, z, lastRow - windowLength + 1, windowLength);
    }

    public int windowLength() {
        return windowLength;
    }
}
