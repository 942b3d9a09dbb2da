package org.industrialmind.learning.novelty;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.industrialmind.foundations.algebra.CholeskyDecomposition;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.algebra.SymmetricEigen;
import org.industrialmind.learning.anomaly.StandardWindow;
import org.industrialmind.learning.format.NamedTensors;
import org.industrialmind.learning.format.Tensor;

/**
 * What a linear forecast from the last rows leaves of each row, made white.
 *
 * <p>With y the row and x the rows before it, e = y - B' x for B = (X' X + r n I)^-1 X' Y, and the residual is S^-1/2 e for
 * the covariance S of e. Of all roots of S^-1 the symmetric one leaves each channel nearest to itself.
 *
 * <p>Both steps are one matrix: W [y, x] = S^-1/2 [I, -B'] [y, x], which is what is kept. Shape: [channel, (lags + 1)
 * channel], the present row first.
 */
final class ForecastResiduals implements Residuals {
    private static final int MOST_ROWS = 16_384;
    private static final double FLOOR = 1e-4; // of the variance of a residual, in sigma^2: a constant channel has none

    private final int lags;
    private final int channels;
    private final double[] columns; // W by column, [(lags + 1) channel, channel]: one input's share in all residuals

    private ForecastResiduals(int lags, int channels, double[] columns) {
        this.lags = lags;
        this.channels = channels;
        this.columns = columns;
    }

    static ForecastResiduals fit(NormalWindows windows, int lags, double ridge) {
        int channels = windows.layout().channels();
        List<double[]> rows = LaggedRows.ofAll(windows, lags, MOST_ROWS);
        int size = channels * (lags + 1);
        Matrix all = Matrix.ofRows(rows.toArray(double[][]::new));
        Matrix products =
                all.transposedTimes(all).scaled(1.0 / rows.size()); // covariance of [y, x] about the normal level
        double[] combination = new double[channels * size]; // [I, -B']
        for (int c = 0; c < channels; c++) {
            combination[c * size + c] = 1;
        }
        int past = size - channels;
        if (past > 0) {
            Matrix b = CholeskyDecomposition.of(block(products, channels, channels, past, past)
                            .plus(Matrix.identity(past).scaled(ridge)))
                    .solve(block(products, channels, 0, past, channels));
            for (int c = 0; c < channels; c++) {
                for (int i = 0; i < past; i++) {
                    combination[c * size + channels + i] = -b.get(i, c);
                }
            }
        }
        Matrix forecast = Matrix.of(channels, size, combination);
        Matrix covariance = forecast.times(products).timesTransposed(forecast);
        Matrix whitened = inverseRoot(covariance).times(forecast);
        return new ForecastResiduals(lags, channels, whitened.transposed().toArray());
    }

    private static Matrix block(Matrix of, int row, int column, int rows, int columns) {
        double[] values = new double[rows * columns];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                values[r * columns + c] = of.get(row + r, column + c);
            }
        }
        return Matrix.of(rows, columns, values);
    }

    private static Matrix inverseRoot(Matrix covariance) {
        SymmetricEigen eigen = SymmetricEigen.of(covariance);
        double[] roots = Arrays.stream(eigen.values())
                .map(value -> 1 / Math.sqrt(Math.max(value, FLOOR)))
                .toArray();
        return eigen.vectors().times(Matrix.diagonal(roots)).timesTransposed(eigen.vectors());
    }

    /** {@inheritDoc} There are as many rows fewer as there are lags. */
    @Override
    public Layout layout(Layout ofReadings) {
        return new Layout(ofReadings.rows() - lags, ofReadings.channels(), ofReadings.places());
    }

    @Override
    public List<StandardWindow> of(List<StandardWindow> windows) {
        return windows.stream().map(this::of).toList();
    }

    /** Returns the residuals of a window. Shape: [time, channel] -> [time - lags, channel]. */
    StandardWindow of(StandardWindow window) {
        LaggedRows rows = new LaggedRows(window, lags);
        double[] row = new double[rows.size()];
        double[] residual = new double[channels];
        float[] all = new float[rows.count() * channels];
        for (int t = 0; t < rows.count(); t++) {
            rows.copy(t, row);
            Arrays.fill(residual, 0);
            for (int i = 0; i < row.length; i++) {
                double value = row[i];
                for (int c = 0, at = i * channels; c < channels; c++) {
                    residual[c] += columns[at + c] * value;
                }
            }
            for (int c = 0; c < channels; c++) {
                all[t * channels + c] = (float) residual[c];
            }
        }
        return window.with(all);
    }

    @Override
    public Map<String, Tensor> tensors() {
        return Map.of("forecast", Tensor.of(columns, (lags + 1L) * channels, channels));
    }

    static ForecastResiduals restore(Layout layout, int lags, NamedTensors tensors) {
        int channels = layout.channels();
        return new ForecastResiduals(lags, channels, tensors.doubles("forecast", (lags + 1L) * channels, channels));
    }
}
