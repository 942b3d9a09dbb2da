package org.industrialmind.learning.novelty;

import java.util.Map;
import org.industrialmind.learning.format.NamedTensors;

/**
 * Judges windows by what a linear forecast of the next row from the rows before leaves unexplained.
 *
 * <p>A vector autoregression x(t) = A1 x(t-1) + ... + Ap x(t-p) + e(t) is fitted by ridge regression, and its residuals are
 * made white: independent from row to row by the forecast, from channel to channel by the symmetric root of their
 * covariance, so that each still belongs to its channel ({@link ForecastResiduals}). Noise that looked like a slow wave in
 * the readings is plain noise in the residuals, which are then judged ({@link ResidualNovelty}).
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
        return ResidualNovelty.learn(windows, residuals, seed);
    }

    @Override
    public KnownNormal restore(Layout layout, NamedTensors tensors) {
        return ResidualNovelty.restore(
                layout, ForecastResiduals.restore(layout, LaggedRows.lags(lags, layout.rows()), tensors), tensors);
    }
}
