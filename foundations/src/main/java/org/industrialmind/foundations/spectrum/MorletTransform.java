package org.industrialmind.foundations.spectrum;

import java.util.Arrays;

/**
 * The continuous wavelet transform with Morlet's wavelet: how much a signal oscillates at each frequency, at each moment.
 *
 * <p>The wavelet is a turning pointer under a bell, psi(u) = pi^(-1/4) exp(i c u) exp(-u^2 / 2), stretched to scale
 * s = c rate / (2 pi f) so that it turns f times a unit of time. More cycles c tell frequencies apart better and moments
 * worse; 6 is usual, below 5 the wavelet no longer averages to zero. Each frequency is a product in the spectrum:
 *
 * <pre>W[t] = 1/n sum over k of X[k] sqrt(s) sqrt(2) pi^(1/4) exp(-(s w[k] - c)^2 / 2) exp(2 pi i k t / n)
 * </pre>
 *
 * The signal is padded with zeros to twice its length; within about 1.4 s readings of an end values fade (the cone of
 * influence [1]). O(frequencies n log n).
 *
 * <ol>
 *   <li>Torrence and Compo 1998, A practical guide to wavelet analysis, Bull. Amer. Meteorological Society 79(1).
 * </ol>
 *
 * @param cycles the pointer's speed c, in radians per width of the bell
 */
public record MorletTransform(double cycles) {
    /** @throws IllegalArgumentException unless there are 1 to 100 cycles */
    public MorletTransform {
        if (!(cycles >= 1 && cycles <= 100)) {
            throw new IllegalArgumentException("Morlet's wavelet with " + cycles + " cycles: expected 1 to 100");
        }
    }

    /** The usual 6 cycles. */
    public static MorletTransform defaults() {
        return new MorletTransform(6);
    }

    /**
     * Returns the scale that belongs to a frequency, in readings.
     *
     * @param rate readings per unit of time
     */
    public double scale(double frequency, double rate) {
        return cycles * rate / (2 * Math.PI * frequency);
    }

    /**
     * Returns the transform at each frequency. Shape: [n], [frequency] -> [frequency][n].
     *
     * @param rate readings per unit of time
     * @throws IllegalArgumentException if the signal is empty or holds a value that is not finite, or a frequency is not
     *     above 0 and at most half the rate
     */
    public ComplexVector[] forward(double[] signal, double[] frequencies, double rate) {
        Signals.requireRate(rate);
        Signals.requireAtLeast(signal, 1, "a wavelet transform");
        int padded = Convolution.fastLength(2 * signal.length);
        Fourier plan = Fourier.of(padded);
        ComplexVector transform = plan.forward(Arrays.copyOf(signal, padded));
        ComplexVector[] all = new ComplexVector[frequencies.length];
        for (int f = 0; f < all.length; f++) {
            if (!(frequencies[f] > 0 && 2 * frequencies[f] <= rate)) {
                throw new IllegalArgumentException("a frequency of " + frequencies[f] + " at a sampling rate of " + rate
                        + ": expected more than 0 and at most half the rate");
            }
            all[f] = at(scale(frequencies[f], rate), transform, plan, signal.length);
        }
        return all;
    }

    private ComplexVector at(double scale, ComplexVector transform, Fourier plan, int length) {
        int n = plan.length();
        double height = Math.sqrt(2 * scale) * Math.pow(Math.PI, 0.25);
        double[] re = new double[n];
        double[] im = new double[n];
        for (int k = 0; k <= n / 2; k++) { // of negative frequencies the bell has exp(-c^2 / 2) or less
            double away = scale * 2 * Math.PI * k / n - cycles;
            double weight = height * Math.exp(-away * away / 2);
            re[k] = weight * transform.re(k);
            im[k] = weight * transform.im(k);
        }
        plan.inverse(re, im);
        return new ComplexVector(Arrays.copyOf(re, length), Arrays.copyOf(im, length));
    }
}
