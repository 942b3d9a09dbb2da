package org.industrialmind.learning.novelty;

import java.util.ArrayList;
import java.util.List;
import org.industrialmind.learning.anomaly.StandardWindow;

/**
 * The rows of a window, each with some of the rows before it: [x(t), x(t - 1), ... x(t - lags)], the present first.
 *
 * <p>Values are clipped at {@value #CLIP} sigma: what a single wild reading may count for.
 */
final class LaggedRows {
    static final float CLIP = 10;

    private final int lags;
    private final int width;
    private final int count;
    private final double[] z;

    LaggedRows(StandardWindow window, int lags) {
        this.lags = lags;
        width = window.width();
        count = window.length() - lags;
        float[] values = new float[window.length() * width];
        window.copyTo(values, 0);
        z = new double[values.length];
        for (int i = 0; i < z.length; i++) {
            z[i] = Math.clamp(values[i], -CLIP, CLIP);
        }
    }

    /** Returns how many lags a window of so many rows leaves room for. */
    static int lags(int wanted, int rows) {
        return Math.min(wanted, rows - 1);
    }

    int count() {
        return count;
    }

    int size() {
        return width * (lags + 1);
    }

    /** Fills the lagged row at a position, from 0 to {@link #count()} - 1, which is that at row {@code position + lags}. */
    void copy(int position, double[] into) {
        for (int lag = 0; lag <= lags; lag++) {
            System.arraycopy(z, (position + lags - lag) * width, into, lag * width, width);
        }
    }

    /** Returns the lagged rows of normal windows, each reading once, evenly thinned to at most so many. */
    static List<double[]> ofAll(NormalWindows windows, int lags, int most) {
        long fresh = windows.items().stream()
                .mapToLong(item -> windows.layout().rows() - first(item, lags))
                .sum();
        double step = Math.max(1, fresh / (double) most);
        List<double[]> rows = new ArrayList<>();
        double next = 0;
        long at = 0;
        for (NormalWindows.Item item : windows.items()) {
            LaggedRows lagged = new LaggedRows(item.window(), lags);
            for (int row = first(item, lags); row < windows.layout().rows(); row++, at++) {
                if (at >= next) {
                    double[] values = new double[lagged.size()];
                    lagged.copy(row - lags, values);
                    rows.add(values);
                    next += step;
                }
            }
        }
        return rows;
    }

    private static int first(NormalWindows.Item item, int lags) {
        return Math.max(lags, item.firstFreshRow());
    }
}
