package org.industrialmind.learning.novelty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.industrialmind.learning.anomaly.StandardWindow;
import org.industrialmind.learning.format.Tensor;

/**
 * Judges windows by what a linear forecast of the next row from the rows before leaves unexplained.
 *
 * <p>A vector autoregression x(t) = A1 x(t-1) + ... + Ap x(t-p) + e(t) is fitted by ridge regression, and its residuals are
 * made white: independent from row to row by the forecast, from channel to channel by the symmetric root of their
 * covariance, so that each still belongs to its channel ({@link ForecastResiduals}). Noise that looked like a slow wave in
 * the readings is plain noise in the residuals. The windows of residuals are then judged as {@link Pca} judges windows of
 * readings: level and restlessness of each, alone and together.
 *
 * <p>Sees what happens faster than the process moves by itself: steps, jitter, oscillation, lost control. It forgives what
 * is slow: a channel that remembers nearly all of its last value forecasts its own drift. Windows of one row have no past;
 * then these are the readings themselves.
 *
 * @param lags how many rows before each are looked at, where windows are long enough
 * @param ridge penalty on the coefficients, in variances of a channel
 * @see "Luetkepohl 2005, New Introduction to Multiple Time Series Analysis, chapters 2 and 3"
 */
public record LinearForecast(int lags, double ridge) implements NoveltyMethod {
    private static final double VARIANCE = 0.9; // of the residuals' levels, that their components explain

    /** @throws IllegalArgumentException if the lags are negative or the ridge is not positive */
    public LinearForecast {
        if (lags < 0 || !(ridge > 0) || Double.isInfinite(ridge)) {
            throw new IllegalArgumentException("forecast from " + lags + " lags with ridge " + ridge
                    + " is not valid: expected lags from 0 and a positive ridge");
        }
    }

    /** Returns the house settings: two lags, and a hundredth of a variance, which a constant channel needs to be solved. */
    public static LinearForecast defaults() {
        return new LinearForecast(2, 0.01);
    }

    @Override
    public String kind() {
        return "linear-forecast";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("lags", Integer.toString(lags), "ridge", Double.toString(ridge));
    }

    @Override
    public KnownNormal learn(NormalWindows windows, long seed) {
        Layout layout = windows.layout();
        ForecastResiduals residuals = ForecastResiduals.fit(windows, LaggedRows.lags(lags, layout.rows()), ridge);
        List<NormalWindows.Item> items = new ArrayList<>();
        for (NormalWindows.Item item : windows.items()) {
            items.add(new NormalWindows.Item(item.place(), item.fresh(), residuals.of(item.window())));
        }
        NormalWindows left = new NormalWindows(residuals.layout(layout), items);
        return new Known(residuals, FeatureNormal.learn(left, seed, (rows, _) -> WindowScore.fit(rows, VARIANCE)));
    }

    @Override
    public KnownNormal restore(Layout layout, NamedTensors tensors) {
        ForecastResiduals residuals = ForecastResiduals.restore(layout, LaggedRows.lags(lags, layout.rows()), tensors);
        return new Known(residuals, FeatureNormal.restore(residuals.layout(layout), tensors, WindowScore::restore));
    }

    private record Known(ForecastResiduals residuals, KnownNormal ofResiduals) implements KnownNormal {
        @Override
        public double novelty(int place, StandardWindow window) {
            return ofResiduals.novelty(place, residuals.of(window));
        }

        @Override
        public Evidence evidence(int place, StandardWindow window) {
            Evidence evidence = ofResiduals.evidence(place, residuals.of(window));
            double[] weights = new double[evidence.channels()];
            Arrays.setAll(weights, evidence::weight);
            return Evidence.atLevels(weights, window);
        }

        @Override
        public Map<String, Tensor> tensors() {
            Map<String, Tensor> tensors = new HashMap<>(ofResiduals.tensors());
            residuals.keep(tensors);
            return tensors;
        }

        @Override
        public Map<String, Double> facts() {
            return ofResiduals.facts();
        }
    }
}
