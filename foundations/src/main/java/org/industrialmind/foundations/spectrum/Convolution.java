package org.industrialmind.foundations.spectrum;

import java.util.Arrays;

/**
 * Convolutions: what a filter does to a signal, sum over j of a[j] b[t - j].
 *
 * <p>In the spectrum a convolution is a product, so long ones cost three transforms, O((m + n) log(m + n)), instead of m n
 * products. Short ones are summed as they are written, which also keeps exact numbers exact.
 */
public final class Convolution {
    private static final long DIRECT_UP_TO = 4096; // products; about where three transforms become cheaper

    private Convolution() {}

    /**
     * Returns the whole convolution. Shape: [m], [n] -> [m + n - 1].
     *
     * @throws IllegalArgumentException if either is empty or holds a value that is not finite
     */
    public static double[] of(double[] a, double[] b) {
        Signals.requireAtLeast(a, 1, "a convolution");
        Signals.requireAtLeast(b, 1, "a convolution");
        int size = Math.addExact(a.length, b.length - 1);
        if ((long) a.length * b.length <= DIRECT_UP_TO) {
            return direct(a, b, size);
        }
        int padded = fastLength(size);
        return Arrays.copyOf(circular(Arrays.copyOf(a, padded), Arrays.copyOf(b, padded)), size);
    }

    private static double[] direct(double[] a, double[] b, int size) {
        double[] product = new double[size];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                product[i + j] += a[i] * b[j];
            }
        }
        return product;
    }

    /**
     * Returns the convolution of two periods, wrapped around. Shape: [n], [n] -> [n].
     *
     * @throws IllegalArgumentException if they differ in length, are empty, or hold a value that is not finite
     */
    public static double[] circular(double[] a, double[] b) {
        Signals.requireAtLeast(a, 1, "a convolution");
        Signals.requireFinite(b);
        if (a.length != b.length) {
            throw new IllegalArgumentException("a circular convolution of " + a.length + " with " + b.length
                    + " values: expected two of one length");
        }
        RealFourier plan = RealFourier.of(a.length);
        ComplexVector left = plan.forward(a);
        ComplexVector right = plan.forward(b);
        double[] re = new double[plan.bins()];
        double[] im = new double[plan.bins()];
        for (int k = 0; k < re.length; k++) {
            re[k] = left.re(k) * right.re(k) - left.im(k) * right.im(k);
            im[k] = left.re(k) * right.im(k) + left.im(k) * right.re(k);
        }
        return plan.inverse(new ComplexVector(re, im));
    }

    /** Returns the least even length of at least this whose factors are 2, 3 and 5 only. */
    static int fastLength(int least) {
        int length = least + least % 2;
        while (!smooth(length)) {
            length += 2;
        }
        return length;
    }

    private static boolean smooth(int length) {
        int rest = length;
        for (int prime : new int[] {2, 3, 5}) {
            while (rest % prime == 0) {
                rest /= prime;
            }
        }
        return rest == 1;
    }
}
