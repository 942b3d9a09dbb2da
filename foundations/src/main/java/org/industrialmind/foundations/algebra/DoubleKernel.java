package org.industrialmind.foundations.algebra;

/**
 * The inner loops that all of this package's time is spent in, on plain arrays of doubles.
 *
 * <p>There are two kernels, one of plain loops and one of vector registers, and they give the same result to the last
 * bit. That is no accident of testing: the order of every sum is part of this contract, and every multiply-add is rounded
 * once ({@link Math#fma}). A model fitted with the vector module loaded is thus the model fitted without it, on one thread
 * or on many, with registers of any length.
 *
 * <p>The price is a processor with a multiply-add of its own, which every x86-64 since 2013 and every AArch64 has; on an
 * older one {@code Math.fma} is computed in software, and slow.
 *
 * <ul>
 *   <li>A product adds up each entry over blocks of {@link #DEPTH} of the inner dimension, from zero and in order within a
 *       block, and adds the block's sum to the entry.
 *   <li>A dot product of {@link #LANES} values or more keeps that many sums, value i going to sum i mod LANES, and then
 *       folds them in halves; a shorter one is one sum in order.
 * </ul>
 */
interface DoubleKernel {
    /** How much of the inner dimension is summed before the result is touched: 256 rows of two registers are 32 KiB, an L1. */
    int DEPTH = 256;

    /** Sums of a dot product: four registers of 512 bits, so that additions need not wait for each other. */
    int LANES = 32;

    /** c += factor a b. */
    void multiply(DoubleOperands operands);

    /** Returns the sum of products. */
    double dot(int n, double[] x, int xAt, double[] y, int yAt);

    /** Returns the sum of squared differences. */
    double squaredDistance(int n, double[] x, int xAt, double[] y, int yAt);

    /** y += factor x. */
    void addScaled(int n, double factor, double[] x, int xAt, double[] y, int yAt);

    /** (x, y) <- (c x + s y, c y - s x): a plane rotation of two rows. */
    void rotate(int n, double c, double s, double[] x, int xAt, double[] y, int yAt);

    /** Folds the sums of a dot product in halves; overwrites them. */
    static double fold(double[] sums) {
        for (int half = sums.length / 2; half > 0; half /= 2) {
            for (int i = 0; i < half; i++) {
                sums[i] += sums[i + half];
            }
        }
        return sums[0];
    }
}
