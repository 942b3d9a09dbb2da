package org.industrialmind.foundations.spectrum;

import java.util.Arrays;

/**
 * The discrete Fourier transform X[k] = sum over t of x[t] exp(-2 pi i k t / n), for any length n, in O(n log n).
 *
 * <p>Every signal of n readings is a sum of n turning pointers, and the transform says how long each is and where it
 * started. Computed as it is written it costs n squared; Cooley and Tukey [1] saw that a length that is a product splits
 * into transforms of its factors. Two ways serve all lengths:
 *
 * <ul>
 *   <li>{@link MixedRadix}: lengths whose prime factors are at most 13, by Stockham's self-sorting passes of radix 4, 2, 3
 *       and the rest [2, section 1.7].
 *   <li>{@link Bluestein}: lengths with a larger prime, as a convolution with a chirp of a power of two [3]; about six
 *       times the work of a power of two of like size, and no cliff at primes.
 * </ul>
 *
 * <p>A plan holds the roots of unity of its length: make it once, use it for many signals, from any thread. The inverse
 * divides by n, so that it undoes the forward transform.
 *
 * <ol>
 *   <li>Cooley and Tukey 1965, An algorithm for the machine calculation of complex Fourier series, Math. Comp. 19(90).
 *   <li>Van Loan 1992, Computational Frameworks for the Fast Fourier Transform, SIAM.
 *   <li>Bluestein 1970, A linear filtering approach to the computation of discrete Fourier transform, IEEE Trans. Audio
 *       18(4).
 * </ol>
 */
public final class Fourier {
    private final int length;
    private final Plan plan;

    /** Transforms in place, forward. */
    @FunctionalInterface
    interface Plan {
        void forward(double[] re, double[] im);
    }

    private Fourier(int length, Plan plan) {
        this.length = length;
        this.plan = plan;
    }

    /**
     * Plans the transforms of one length.
     *
     * @throws IllegalArgumentException if the length is less than 1 or more than 2^28
     */
    public static Fourier of(int length) {
        if (length < 1 || length > 1 << 28) { // beyond it the padded length of a chirp leaves the range of an array
            throw new IllegalArgumentException("a Fourier transform of " + length + " values: expected 1 to 2^28");
        }
        int[] factors = MixedRadix.factors(length);
        boolean smooth = factors.length == 0 || factors[factors.length - 1] <= MixedRadix.LARGEST_RADIX;
        return new Fourier(length, smooth ? new MixedRadix(length, factors) : new Bluestein(length));
    }

    public int length() {
        return length;
    }

    /**
     * Replaces a signal by its transform.
     *
     * @throws IllegalArgumentException if the parts have another length than the plan
     */
    public void forward(double[] re, double[] im) {
        requireLength(re, im);
        plan.forward(re, im);
    }

    /**
     * Replaces a transform by its signal.
     *
     * @throws IllegalArgumentException if the parts have another length than the plan
     */
    public void inverse(double[] re, double[] im) {
        requireLength(re, im);
        plan.forward(im, re); // swapping the parts conjugates before and after
        for (int i = 0; i < length; i++) {
            re[i] /= length;
            im[i] /= length;
        }
    }

    /** Returns the transform of a signal without imaginary part. Shape: [n] -> [n]. */
    public ComplexVector forward(double[] signal) {
        double[] re = Arrays.copyOf(signal, signal.length);
        double[] im = new double[signal.length];
        forward(re, im);
        return new ComplexVector(re, im);
    }

    private void requireLength(double[] re, double[] im) {
        if (re.length != length || im.length != length) {
            throw new IllegalArgumentException("a plan for " + length + " values got " + re.length + " real and "
                    + im.length + " imaginary parts: make a plan for that length");
        }
    }

    /** Returns cos(2 pi k / n), from the first eighth of the circle so that quarter turns are exact. */
    static double cos(long k, long n) {
        long eighth = 8 * Math.floorMod(k, n);
        if (eighth > 4 * n) {
            eighth = 8 * n - eighth; // cos(-x) = cos(x)
        }
        if (eighth > 2 * n) {
            return -upperCos(4 * n - eighth, n); // cos(pi - x) = -cos(x)
        }
        return upperCos(eighth, n);
    }

    /** Returns cos(2 pi e / (8 n)) for an angle of at most a quarter turn. */
    private static double upperCos(long e, long n) {
        return e <= n
                ? Math.cos(2 * Math.PI * e / (8.0 * n))
                : Math.sin(2 * Math.PI * (2 * n - e) / (8.0 * n)); // cos(x) = sin(pi / 2 - x)
    }

    /** Returns sin(2 pi k / n). */
    static double sin(long k, long n) {
        return cos(4 * Math.floorMod(k, n) - n, 4 * n);
    }
}
