package org.industrialmind.foundations.algebra;

/**
 * The inner loops in single precision: the contract of {@link DoubleKernel} with twice as many numbers to a register.
 *
 * <p>Sums are kept in single precision too. Blocks and lanes keep their error small: it grows with the length of one lane,
 * not of the whole.
 */
interface FloatKernel {
    /** How much of the inner dimension is summed before the result is touched: 256 rows of two registers are 32 KiB, an L1. */
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
