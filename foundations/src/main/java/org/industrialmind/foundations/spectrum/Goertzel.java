package org.industrialmind.foundations.spectrum;

/**
 * Amplitude and phase of one frequency, by Goertzel's recursion.
 *
 * <p>Where one line of the spectrum is wanted (a shaft's speed, the mains), s[t] = x[t] + 2 cos(w) s[t - 1] - s[t - 2]
 * costs one product a reading and no memory, and the frequency need not be one that a transform of that length has. Near
 * 0 and half the rate the recursion loses digits, of the order of n epsilon over the distance in radians.
 *
 * @see "Goertzel 1958, An algorithm for the evaluation of finite trigonometric series, Amer. Math. Monthly 65(1)"
 * @param amplitude of the cosine, in the unit of the signal; twice the true one at exactly 0 and half the rate, where
 *     there is no mirror image
 * @param phase of the cosine at the first reading, in radians from -pi to pi
 */
public record Goertzel(double amplitude, double phase) {
    /**
     * Measures a frequency in a signal.
     *
     * @param rate readings per unit of time
     * @throws IllegalArgumentException if the signal is empty or holds a value that is not finite, or the frequency is not
     *     from 0 to half the rate
     */
    public static Goertzel of(double[] signal, double frequency, double rate) {
        Signals.requireRate(rate);
        Signals.requireAtLeast(signal, 1, "a frequency");
        if (!(frequency >= 0 && 2 * frequency <= rate)) {
            throw new IllegalArgumentException(
                    "a frequency of " + frequency + " at a sampling rate of " + rate + ": expected 0 to half the rate");
        }
        double w = 2 * Math.PI * frequency / rate;
        double twice = 2 * Math.cos(w);
        double last = 0;
        double before = 0;
        for (double value : signal) {
            double next = value + twice * last - before;
            before = last;
            last = next;
        }
        double re = last - before * Math.cos(w); // exp(i w (n - 1)) times the transform
        double im = before * Math.sin(w);
        double phase = Math.atan2(im, re) - w * (signal.length - 1);
        return new Goertzel(2 * Math.hypot(re, im) / signal.length, Math.IEEEremainder(phase, 2 * Math.PI));
    }
}
