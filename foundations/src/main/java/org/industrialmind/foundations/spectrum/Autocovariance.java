package org.industrialmind.foundations.spectrum;

import java.util.Arrays;

/**
 * How a signal goes with itself, some readings later: c[k] = 1/n sum over t of (x[t] - mean) (x[t + k] - mean).
 *
 * <p>The power spectrum is the transform of the autocovariance (Wiener and Khinchin), so all lags together cost two
 * transforms of twice the length; the padding keeps the end from meeting the beginning. Dividing by n rather than by the
 * n - k products there are is what keeps the sequence positive definite, as every autocovariance is.
 */
public final class Autocovariance {
    private Autocovariance() {}

    /**
     * Returns the autocovariances at lags 0 to the largest. Shape: [n] -> [lags + 1].
     *
     * @throws IllegalArgumentException if the signal is not longer than the largest lag, or holds a value that is not
     *     finite
     */
    public static double[] of(double[] signal, int lags) {
        if (lags < 0) {
            throw new IllegalArgumentException("autocovariances up to lag " + lags + ": expected 0 or more");
        }
        Signals.requireAtLeast(signal, lags + 1, "autocovariances up to lag " + lags);
        int n = signal.length;
        double mean = Signals.mean(signal);
        RealFourier plan = RealFourier.of(Convolution.fastLength(n + lags));
        double[] centred = new double[plan.length()];
        for (int t = 0; t < n; t++) {
            centred[t] = signal[t] - mean;
        }
        ComplexVector transform = plan.forward(centred);
        double[] power = new double[plan.bins()];
        for (int k = 0; k < power.length; k++) {
            power[k] = transform.power(k) / n;
        }
        return Arrays.copyOf(plan.inverse(new ComplexVector(power, new double[power.length])), lags + 1);
    }
}
