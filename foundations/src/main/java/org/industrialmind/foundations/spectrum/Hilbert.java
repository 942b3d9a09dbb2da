package org.industrialmind.foundations.spectrum;

/**
 * The analytic signal: a real signal with its quarter-turned twin as imaginary part, so that it has a length and an angle
 * at every moment.
 *
 * <p>Dropping all negative frequencies and doubling the positive ones does it. The length is the envelope: of a bearing's
 * ringing, filtered to its resonance, the envelope beats at the rate at which the damage is rolled over, and the spectrum
 * of the envelope shows that rate where the spectrum of the signal does not. The signal is taken as one period of a
 * periodic one; ends that do not meet ring for a few readings.
 *
 * @see "Gabor 1946, Theory of communication, J. IEE 93(26)"
 * @see "Randall and Antoni 2011, Rolling element bearing diagnostics - a tutorial, MSSP 25(2)"
 */
public final class Hilbert {
    private Hilbert() {}

    /**
     * Returns the analytic signal. Shape: [n] -> [n].
     *
     * @throws IllegalArgumentException if the signal is empty or holds a value that is not finite
     */
    public static ComplexVector analytic(double[] signal) {
        Signals.requireAtLeast(signal, 1, "an analytic signal");
        int n = signal.length;
        Fourier plan = Fourier.of(n);
        double[] re = signal.clone();
        double[] im = new double[n];
        plan.forward(re, im);
        for (int k = 1; k < n; k++) {
            double factor = 2 * k < n ? 2 : 2 * k == n ? 1 : 0;
            re[k] *= factor;
            im[k] *= factor;
        }
        plan.inverse(re, im);
        return new ComplexVector(re, im);
    }

    /** Returns the length of the analytic signal at each reading, in the unit of the signal. */
    public static double[] envelope(double[] signal) {
        return analytic(signal).magnitudes();
    }

    /**
     * Returns the frequency between each reading and the next: the turn of the analytic signal times the rate. Shape: [n]
     * -> [n - 1].
     *
     * @param rate readings per unit of time
     */
    public static double[] frequency(double[] signal, double rate) {
        Signals.requireRate(rate);
        ComplexVector z = analytic(signal);
        double[] frequency = new double[z.size() - 1];
        for (int t = 0; t < frequency.length; t++) {
            double re = z.re(t + 1) * z.re(t) + z.im(t + 1) * z.im(t); // z[t + 1] conj(z[t]): no phase to unwrap
            double im = z.im(t + 1) * z.re(t) - z.re(t + 1) * z.im(t);
            frequency[t] = Math.atan2(im, re) * rate / (2 * Math.PI);
        }
        return frequency;
    }
}
