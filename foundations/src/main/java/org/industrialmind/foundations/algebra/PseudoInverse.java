package org.industrialmind.foundations.algebra;

/**
 * The Moore-Penrose inverse A+ = V diag(1/s) U': of all x for which |A x - b| is least, A+ b is the shortest.
 *
 * <p>It exists for every matrix, and is the inverse where there is one. Singular values that rounding can explain count as
 * zero and are not inverted. Shape: A [m, n], A+ [n, m]. Complexity: that of {@link SingularValues}.
 *
 * @see "Penrose 1955, A generalized inverse for matrices, Math. Proc. Cambridge Phil. Soc. 51(3)"
 */
public final class PseudoInverse {
    private PseudoInverse() {}

    /** @throws IllegalArgumentException if a value is NaN or infinite */
    public static Matrix of(Matrix matrix) {
        return of(SingularValues.of(matrix));
    }

    /** Returns the pseudo-inverse of a matrix decomposed already. */
    public static Matrix of(SingularValues found) {
        double[] s = found.s();
        int rank = found.rank();
        double[] inverse = new double[s.length];
        for (int i = 0; i < rank; i++) {
            inverse[i] = 1 / s[i];
        }
        return found.v().times(Matrix.diagonal(inverse)).timesTransposed(found.u());
    }
}
