package org.industrialmind.foundations.algebra;

/**
 * The inner loops that all of this package's time is spent in, on plain arrays of floats.
 *
 * <p>There are two kernels, one of plain loops and one of vector registers, and they give the same result to the last
 * bit. That is no accident of testing: the order of every sum is part of this contract, and every multiply-add is rounded
 * once ({@link Math#fma}). A model fitted with the vector module loaded is thus the model fitted without it, on one thread
 * or on many, with registers of any length.
 *
 * <ul>
 *   <li>A product adds up each entry over blocks of {@link #DEPTH} of the inner dimension, from zero and in order within a
 *       block, and adds the block's sum to the entry.
 *   <li>A dot product of {@link #LANES} values or more keeps that many sums, value i going to sum i mod LANES, and then
 *       folds them in halves; a shorter one is one sum in order.
 * </ul>
 */
interface FloatKernel {
    /** How much of the inner dimension is summed before the result is touched: 256 rows of a panel fill half of L1. */
    int DEPTH = 256;

    /** Sums of a dot product: four registers of 512 bits, so that additions need not wait for each other. */
    int LANES = 64;

    /** c += factor a b. */
    void multiply(FloatOperands operands);

    /** Returns the sum of products. */
    float dot(int n, float[] x, int xAt, float[] y, int yAt);

    /** Returns the sum of squared differences. */
    float squaredDistance(int n, float[] x, int xAt, float[] y, int yAt);

    /** y += factor x. */
    void addScaled(int n, float factor, float[] x, int xAt, float[] y, int yAt);

    /** Folds the sums of a dot product in halves; overwrites them. */
    static float fold(float[] sums) {
        for (int half = sums.length / 2; half > 0; half /= 2) {
            for (int i = 0; i < half; i++) {
                sums[i] += sums[i + half];
            }
        }
        return sums[0];
    }
}
