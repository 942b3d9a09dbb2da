package org.industrialmind.foundations.decomposition;

import org.industrialmind.foundations.algebra.Matrix;

/**
 * A table as sums of parts.
 *
 * @param weights how much of each part is in each row; [row, part]
 * @param parts [part, column]
 * @param loss half the sum of squared errors, or the divergence
 * @param iterations steps taken
 */
public record NonNegativeModel(Matrix weights, Matrix parts, double loss, int iterations) {
    /** Returns the table put together again. */
    public Matrix table() {
        return weights.times(parts);
    }
}
