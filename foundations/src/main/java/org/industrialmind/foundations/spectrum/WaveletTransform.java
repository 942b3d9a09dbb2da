package org.industrialmind.foundations.spectrum;

import java.util.Arrays;

/**
 * The discrete wavelet transform: a signal as details at dyadic scales and what is left.
 *
 * <p>Each level splits the approximation by the two filters of the {@link Wavelet} and keeps every second value [1]:
 * a'[k] = sum over j of h[j] a[2 k + j - shift], d likewise with g. A Fourier transform says which frequencies there are,
 * this says when, too: finely in time where frequencies are high, coarsely where they are low. O(n) for all levels.
 *
 * <ul>
 *   <li>{@link Edge#PERIODIC}: the signal is one turn of a circle. Orthogonal: n values give n (rounded up to even at each
 *       level), energy is kept, and the inverse is the transpose.
 *   <li>{@link Edge#SYMMETRIC}: the signal is mirrored at its ends, which makes no jump there; the price is a few more
 *       coefficients, (n + taps - 1) / 2 at each level.
 * </ul>
 *
 * Both lay out coefficients as PyWavelets does (periodization, symmetric).
 *
 * <ol>
 *   <li>Mallat 1989, A theory for multiresolution signal decomposition, IEEE Trans. PAMI 11(7).
 * </ol>
 *
 * @param wavelet the filters
 * @param edge how the signal goes on beyond its ends
 */
public record WaveletTransform(Wavelet wavelet, Edge edge) {
    /** How a signal goes on beyond its ends. */
    public enum Edge {
        PERIODIC,
        SYMMETRIC
    }

    /** Daubechies' wavelet with four vanishing moments, mirrored at the ends. */
    public static WaveletTransform defaults() {
        return new WaveletTransform(Wavelet.daubechies(4), Edge.SYMMETRIC);
    }

    /** Returns how many levels a signal has before it is shorter than the filter: log2(n / (taps - 1)), rounded down. */
    public int levels(int length) {
        int levels = 0;
        for (long span = 2L * (wavelet.taps() - 1); span <= length; span *= 2) {
            levels++;
        }
        return levels;
    }

    /**
     * Splits a signal into so many levels of detail.
     *
     * @throws IllegalArgumentException if the signal has fewer than two values or one that is not finite, or there is not
     *     at least one level
     */
    public WaveletPyramid forward(double[] signal, int levels) {
        Signals.requireAtLeast(signal, 2, "a wavelet transform");
        if (levels < 1 || levels > 30) {
            throw new IllegalArgumentException(
                    levels + " levels of detail: expected 1 to 30; " + levels(signal.length) + " suit this signal");
        }
        double[][] details = new double[levels][];
        int[] lengths = new int[levels];
        double[] rest = signal.clone();
        for (int level = 0; level < levels; level++) {
            lengths[level] = rest.length;
            details[level] = split(rest, true);
            rest = split(rest, false);
        }
        return new WaveletPyramid(rest, details, lengths);
    }

    /**
     * Returns the signal of coefficients made with these settings.
     *
     * @throws IllegalArgumentException if their numbers are not what these settings make
     */
    public double[] inverse(WaveletPyramid pyramid) {
        double[] signal = pyramid.approximation();
        for (int level = pyramid.levels(); level >= 1; level--) {
            double[] detail = pyramid.detail(level);
            int length = pyramid.length(level);
            if (detail.length != size(length) || signal.length != size(length)) {
                throw new IllegalArgumentException("level " + level + " has " + signal.length + " and " + detail.length
                        + " coefficients: expected " + size(length) + "; use the settings they were made with");
            }
            signal = merge(signal, detail, length);
        }
        return signal;
    }

    /** Returns how many coefficients a level makes of so many values. */
    private int size(int length) {
        return edge == Edge.PERIODIC ? (length + 1) / 2 : (length + wavelet.taps() - 1) / 2;
    }

    /** Returns where the first tap of coefficient 0 lies. */
    private int shift() {
        return edge == Edge.PERIODIC ? wavelet.taps() / 2 - 1 : wavelet.taps() - 2;
    }

    private double tap(int j, boolean high) {
        return high ? wavelet.high(j) : wavelet.low(j);
    }

    private double[] split(double[] values, boolean high) {
        double[] half = new double[size(values.length)];
        for (int k = 0; k < half.length; k++) {
            for (int j = 0; j < wavelet.taps(); j++) {
                half[k] += tap(j, high) * values[position(2 * k + j - shift(), values.length)];
            }
        }
        return half;
    }

    /** Returns which value stands at a position that may lie beyond the ends. */
    private int position(int at, int length) {
        if (edge == Edge.PERIODIC) {
            return Math.min(Math.floorMod(at, length + length % 2), length - 1); // an odd length repeats its last value
        }
        int wrapped = Math.floorMod(at, 2 * length); // a mirror at each end has the period 2 n
        return wrapped < length ? wrapped : 2 * length - 1 - wrapped;
    }

    private double[] merge(double[] approximation, double[] detail, int length) {
        int even = length + length % 2;
        double[] signal = new double[even];
        for (int k = 0; k < detail.length; k++) {
            for (int j = 0; j < wavelet.taps(); j++) {
                int at = 2 * k + j - shift();
                int wrapped = edge == Edge.PERIODIC ? Math.floorMod(at, even) : at;
                if (wrapped >= 0 && wrapped < even) {
                    signal[wrapped] += wavelet.low(j) * approximation[k] + wavelet.high(j) * detail[k];
                }
            }
        }
        return even == length ? signal : Arrays.copyOf(signal, length);
    }
}
