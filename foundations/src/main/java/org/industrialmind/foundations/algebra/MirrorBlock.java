package org.industrialmind.foundations.algebra;

/**
 * Some Householder mirrors applied as one: H1 H2 ... Hb = I - V T V', with V the mirrors' vectors and T a small triangle.
 *
 * <p>One mirror after the other would pass over a large matrix once for each, at the speed of memory. Taken together they
 * are two products of matrices, at the speed of {@link Gemm}; the triangle costs next to nothing.
 *
 * @see "Schreiber and Van Loan 1989, A storage-efficient WY representation for products of Householder transformations"
 */
final class MirrorBlock {
    static final int WIDTH = 32; // mirrors a block: enough for products to be fast, few enough for T to be cheap

    private final int count;
    private final int length;
    private final double[] v; // [mirror, row]: row i of mirror j is zero for i below j
    private final double[] t; // [count, count], upper triangle

    /** Takes the vectors as they are. Shape: v is [beta.length, length]. */
    MirrorBlock(double[] v, double[] beta, int length) {
        this.count = beta.length;
        this.length = length;
        this.v = v;
        this.t = new double[count * count];
        for (int j = 0; j < count; j++) {
            for (int i = 0; i < j; i++) {
                double dot = Vectors.dot(length - j, v, i * length + j, v, j * length + j);
                for (int row = 0; row <= i; row++) {
                    t[row * count + j] -= beta[j] * t[row * count + i] * dot;
                }
            }
            t[j * count + j] = beta[j];
        }
    }

    /** X <- H1 ... Hb X. Shape: X is [length, columns] in an array of its own step. */
    void apply(double[] x, int at, int step, int columns) {
        apply(count, 1, x, at, step, columns);
    }

    /** X <- Hb ... H1 X. */
    void applyTransposed(double[] x, int at, int step, int columns) {
        apply(1, count, x, at, step, columns);
    }

    private void apply(int rowStep, int columnStep, double[] x, int at, int step, int columns) {
        if (columns == 0) {
            return;
        }
        double[] seen = new double[count * columns]; // V' X
        Gemm.add(count, columns, length, 1, v, 0, length, 1, x, at, step, 1, seen, 0, columns);
        double[] turned = new double[count * columns];
        Gemm.add(count, columns, count, 1, t, 0, rowStep, columnStep, seen, 0, columns, 1, turned, 0, columns);
        Gemm.add(length, columns, count, -1, v, 0, 1, length, turned, 0, columns, 1, x, at, step);
    }
}
