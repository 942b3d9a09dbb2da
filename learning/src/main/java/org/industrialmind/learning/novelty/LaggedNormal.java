package org.industrialmind.learning.novelty;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.learning.anomaly.Blocks;
import org.industrialmind.learning.anomaly.StandardWindow;
import org.industrialmind.learning.format.NamedTensors;
import org.industrialmind.learning.format.Tensor;

/**
 * Knows normal windows by the {@link RowCloud} of their lagged rows. The distance is worked out row by row; that of the
 * window is the median of the means over blocks of rows, and its root the novelty, in units of the most that usual windows
 * show to a cloud of the other quarters of history.
 *
 * @param lags as many as the windows leave room for
 */
record LaggedNormal(Layout layout, int lags, int step, RowCloud cloud, double unit) implements KnownNormal {
    private static final int MOST_ROWS = 8192; // to learn from: some hundred columns need no more

    static KnownNormal learn(LaggedMethod method, NormalWindows windows) {
        int lags = LaggedRows.lags(method.lags(), windows.layout().rows());
        LaggedNormal half = of(method, lags, windows.quarters(true), 1);
        double[] fresh = windows.quarters(false).items().stream()
                .mapToDouble(item -> half.novelty(item.place(), item.window()))
                .toArray();
        return of(method, lags, windows, Usual.most(fresh));
    }

    private static LaggedNormal of(LaggedMethod method, int lags, NormalWindows windows, double unit) {
        double[][] rows = LaggedRows.ofAll(windows, lags, MOST_ROWS).toArray(double[][]::new);
        return new LaggedNormal(windows.layout(), lags, method.step(), method.cloud(Matrix.ofRows(rows)), unit);
    }

    static KnownNormal restore(LaggedMethod method, Layout layout, NamedTensors tensors) {
        int lags = LaggedRows.lags(method.lags(), layout.rows());
        RowCloud cloud = method.restore(layout.channels() * (lags + 1), tensors);
        return new LaggedNormal(layout, lags, method.step(), cloud, tensors.positive("unit"));
    }

    @Override
    public double novelty(int place, StandardWindow window) {
        return Math.sqrt(Blocks.medianOfMeans(
                        rows(place, window).stream().mapToDouble(cloud::squared).toArray()))
                / unit;
    }

    @Override
    public Evidence evidence(int place, StandardWindow window) {
        return Evidence.atLevels(cloud.blame(rows(place, window), layout.channels()), window);
    }

    /** Returns the lagged rows that are looked at, the newest among them. */
    private List<double[]> rows(int place, StandardWindow window) {
        layout.require(place, window);
        LaggedRows lagged = new LaggedRows(window, lags);
        List<double[]> rows = new ArrayList<>();
        for (int at = (lagged.count() - 1) % step; at < lagged.count(); at += step) {
            double[] row = new double[lagged.size()];
            lagged.copy(at, row);
            rows.add(row);
        }
        return rows;
    }

    @Override
    public Map<String, Tensor> tensors() {
        Map<String, Tensor> tensors = new HashMap<>(cloud.tensors());
        tensors.put("unit", Tensor.of(new double[] {unit}, 1));
        return tensors;
    }
}
