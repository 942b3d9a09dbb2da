package org.industrialmind.foundations.spectrum;

import java.util.function.DoubleUnaryOperator;

/**
 * A window that lets a stretch of signal fade in and out, so that its ends do not look like a jump.
 *
 * <p>Every taper trades the width of a line in the spectrum against how far its skirts reach. Highest side lobe: none
 * (rectangular) -13 dB, Hann -31 dB, Hamming -43 dB, Blackman -58 dB; Kaiser's is set by beta, between all of them [1].
 *
 * <ol>
 *   <li>Harris 1978, On the use of windows for harmonic analysis with the discrete Fourier transform, Proc. IEEE 66(1).
 *   <li>Kaiser and Schafer 1980, On the use of the I0-sinh window for spectrum analysis, IEEE Trans. ASSP 28(1).
 * </ol>
 */
public final class Taper {
    public static final Taper RECTANGULAR = new Taper("rectangular", u -> 1);
    public static final Taper HANN = new Taper("Hann", u -> 0.5 - 0.5 * Math.cos(2 * Math.PI * u));
    public static final Taper HAMMING = new Taper("Hamming", u -> 0.54 - 0.46 * Math.cos(2 * Math.PI * u));
    public static final Taper BLACKMAN =
            new Taper("Blackman", u -> 0.42 - 0.5 * Math.cos(2 * Math.PI * u) + 0.08 * Math.cos(4 * Math.PI * u));

    private final String name;
    private final DoubleUnaryOperator shape; // over [0, 1]

    private Taper(String name, DoubleUnaryOperator shape) {
        this.name = name;
        this.shape = shape;
    }

    /**
     * Returns Kaiser's taper.
     *
     * @param beta 0 is rectangular, about 5 like Hamming, 8.6 like Blackman
     * @throws IllegalArgumentException if beta is negative or beyond 700, where its height leaves the range of a double
     */
    public static Taper kaiser(double beta) {
        if (!(beta >= 0 && beta <= 700)) {
            throw new IllegalArgumentException("Kaiser's taper with beta " + beta + ": expected 0 to 700");
        }
        double height = bessel(beta);
        return new Taper("Kaiser(" + beta + ")", u -> {
            double along = 2 * u - 1;
            return bessel(beta * Math.sqrt(Math.max(0, 1 - along * along))) / height;
        });
    }

    /** Returns the modified Bessel function I0 by its power series; all terms are positive, so no digit is lost. */
    private static double bessel(double x) {
        double quarter = x * x / 4;
        double term = 1;
        double sum = 1;
        for (int k = 1; term > sum * 1e-17; k++) {
            term *= quarter / ((double) k * k);
            sum += term;
        }
        return sum;
    }

    /** Returns weights whose first and last are alike: for designing filters. */
    public double[] symmetric(int length) {
        return weights(length, length - 1);
    }

    /** Returns weights that continue into the next stretch without repeating a value: for spectra. */
    public double[] periodic(int length) {
        return weights(length, length);
    }

    private double[] weights(int length, int steps) {
        if (length < 1) {
            throw new IllegalArgumentException("a taper of " + length + " weights: expected at least 1");
        }
        double[] weights = new double[length];
        for (int i = 0; i < length; i++) {
            weights[i] = length == 1 ? 1 : shape.applyAsDouble((double) i / steps);
        }
        return weights;
    }

    @Override
    public String toString() {
        return name;
    }
}
