package org.industrialmind.foundations.spectrum;

import java.util.Arrays;

/**
 * A filter without memory of its own output: each value is a weighted sum of the last readings.
 *
 * <p>Designed by the method of windows: the ideal filter's answer to one impulse, a sine over its argument, is cut to so
 * many taps and tapered. Symmetric taps delay all frequencies alike, by (taps - 1) / 2 readings, so shapes are kept; the
 * price against {@link Butterworth} is an order of magnitude more products. The edge is about 3.3 rate / taps wide with
 * Hamming's taper.
 *
 * @see "Oppenheim and Schafer 2009, Discrete-Time Signal Processing, 3rd ed., section 7.5"
 */
public final class FirFilter {
    private final double[] taps;

    private FirFilter(double[] taps) {
        this.taps = taps;
    }

    /**
     * Designs a filter with Hamming's taper.
     *
     * @param rate readings per unit of time
     * @throws IllegalArgumentException as {@link #design(Band, int, Taper, double)}
     */
    public static FirFilter design(Band band, int taps, double rate) {
        return design(band, taps, Taper.HAMMING, rate);
    }

    /**
     * Designs a filter.
     *
     * @param rate readings per unit of time
     * @throws IllegalArgumentException if there is no tap, their number is even where the highest frequencies shall pass
     *     (an even symmetric filter cannot), or an edge is not below half the rate
     */
    public static FirFilter design(Band band, int taps, Taper taper, double rate) {
        boolean passesTop = band instanceof Band.HighPass || band instanceof Band.BandStop;
        if (taps < 1 || (passesTop && taps % 2 == 0)) {
            throw new IllegalArgumentException(taps + " taps: expected at least 1, and an odd number where the highest"
                    + " frequencies shall pass");
        }
        band.requireBelow(rate);
        double[] ideal = ideal(band, taps, 2 / rate);
        double[] weights = taper.symmetric(taps);
        for (int i = 0; i < taps; i++) {
            ideal[i] *= weights[i];
        }
        double reference = reference(band, rate);
        double gain = 0;
        for (int i = 0; i < taps; i++) {
            gain += ideal[i] * Math.cos(Math.PI * reference * (i - (taps - 1) / 2.0));
        }
        for (int i = 0; i < taps; i++) {
            ideal[i] /= gain;
        }
        return new FirFilter(ideal);
    }

    private static double[] ideal(Band band, int taps, double unit) {
        double[] h = new double[taps];
        for (int i = 0; i < taps; i++) {
            double t = i - (taps - 1) / 2.0;
            h[i] = switch (band) {
                case Band.LowPass(double edge) -> low(edge * unit, t);
                case Band.HighPass(double edge) -> low(1, t) - low(edge * unit, t);
                case Band.BandPass(double from, double to) -> low(to * unit, t) - low(from * unit, t);
                case Band.BandStop(double from, double to) -> low(1, t) - low(to * unit, t) + low(from * unit, t);
            };
        }
        return h;
    }

    /** Returns where the gain shall be 1, as a share of half the rate. */
    private static double reference(Band band, double rate) {
        return switch (band) {
            case Band.LowPass low -> 0;
            case Band.HighPass high -> 1;
            case Band.BandPass(double from, double to) -> (from + to) / rate;
            case Band.BandStop stop -> 0;
        };
    }

    /** Returns the ideal low pass's answer: edge sinc(edge t), the edge as a share of half the rate. */
    private static double low(double edge, double t) {
        double x = Math.PI * edge * t;
        return x == 0 ? edge : edge * Math.sin(x) / x;
    }

    /** Returns the weights, the one for the newest reading first; a copy. */
    public double[] taps() {
        return taps.clone();
    }

    /** Returns by how many readings the output lags. */
    public double delay() {
        return (taps.length - 1) / 2.0;
    }

    /**
     * Returns the filtered signal; before its beginning the signal counts as 0. Shape: [n] -> [n].
     *
     * @throws IllegalArgumentException if the signal is empty or holds a value that is not finite
     */
    public double[] filter(double[] signal) {
        return Arrays.copyOf(Convolution.of(signal, taps), signal.length);
    }

    /**
     * Returns the gain at a frequency, as a factor on the amplitude.
     *
     * @param rate readings per unit of time
     */
    public double gain(double frequency, double rate) {
        Signals.requireRate(rate);
        double re = 0;
        double im = 0;
        for (int i = 0; i < taps.length; i++) {
            re += taps[i] * Math.cos(2 * Math.PI * frequency / rate * i);
            im += taps[i] * Math.sin(2 * Math.PI * frequency / rate * i);
        }
        return Math.hypot(re, im);
    }
}
