package org.industrialmind.foundations.algebra;

/**
 * Operations on stretches of plain arrays, each given by its array and the place of its first value.
 *
 * <p>As with {@link Gemm}, the order of every sum is fixed, so results are the same to the last bit whether or not the
 * vector module is loaded. Errors: a stretch that leaves its array is an {@link IndexOutOfBoundsException}.
 */
public final class Vectors {
    private Vectors() {}

    /** Returns the sum of products of two stretches of n values. */
    public static double dot(int n, double[] x, int xAt, double[] y, int yAt) {
        return Kernels.DOUBLES.dot(n, x, xAt, y, yAt);
    }

    /**
     * Returns the sum of products.
     *
     * @throws IllegalArgumentException if the lengths differ
     */
    public static double dot(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException(
                    "cannot multiply " + x.length + " values by " + y.length + ": expected as many");
        }
        return dot(x.length, x, 0, y, 0);
    }

    /** Returns the sum of squared differences of two stretches of n values. */
    public static double squaredDistance(int n, double[] x, int xAt, double[] y, int yAt) {
        return Kernels.DOUBLES.squaredDistance(n, x, xAt, y, yAt);
    }

    /** Computes y += factor x for two stretches of n values. */
    public static void addScaled(int n, double factor, double[] x, int xAt, double[] y, int yAt) {
        Kernels.DOUBLES.addScaled(n, factor, x, xAt, y, yAt);
    }

    /** Returns the sum of products of two stretches of n values, summed in single precision. */
    public static float dot(int n, float[] x, int xAt, float[] y, int yAt) {
        return Kernels.FLOATS.dot(n, x, xAt, y, yAt);
    }

    /** Returns the sum of squared differences of two stretches of n values, summed in single precision. */
    public static float squaredDistance(int n, float[] x, int xAt, float[] y, int yAt) {
        return Kernels.FLOATS.squaredDistance(n, x, xAt, y, yAt);
    }

    /** Computes y += factor x for two stretches of n values. */
    public static void addScaled(int n, float factor, float[] x, int xAt, float[] y, int yAt) {
        Kernels.FLOATS.addScaled(n, factor, x, xAt, y, yAt);
    }
}
