package org.industrialmind.foundations.algebra;

import java.util.SplittableRandom;

/**
 * The first singular values and vectors of a large matrix, found by looking at it in a few random directions.
 *
 * <p>The complete decomposition costs m n min(m, n), however few components are wanted. But A times some random vectors
 * spans almost surely the directions in which A is large; in an orthonormal basis Q of that span A is the small matrix
 * Q'A, and that is decomposed exactly. Two things make it good: some more directions than wanted (oversampling), and A A'
 * applied a few times, which raises the ratio of wanted to unwanted singular values to an odd power. The basis is made
 * orthonormal after each product, or the powers would drown the smaller directions in rounding.
 *
 * <p>Trade-off: where singular values hardly fall there is nothing to be found, and the values are too low by a few
 * percent; more powers help. Shape: A [m, n]; U [m, k], s [k], V [n, k]. Complexity: O(m n k). Equal seeds give equal
 * results.
 *
 * @see "Halko, Martinsson and Tropp 2011, Finding structure with randomness, SIAM Review 53(2), algorithms 4.4 and 5.1"
 */
public final class RandomisedSingularValues {
    private RandomisedSingularValues() {}

    /**
     * How hard to look.
     *
     * @param oversampling directions looked at beyond those wanted
     * @param powers times that A A' is applied
     */
    public record Settings(int oversampling, int powers) {
        /** @throws IllegalArgumentException if a number is negative */
        public Settings {
            if (oversampling < 0 || powers < 0) {
                throw new IllegalArgumentException(
                        oversampling + " more directions and " + powers + " powers: expected no negative number");
            }
        }

        /** Ten directions more and two powers, as the authors advise. */
        public static Settings defaults() {
            return new Settings(10, 2);
        }
    }

    /**
     * Finds the first {@code count} singular values and vectors.
     *
     * @throws IllegalArgumentException if the count is not between 1 and min(m, n), or a value is NaN or infinite
     */
    public static SingularValues of(Matrix a, int count, Settings settings, long seed) {
        int most = Math.min(a.requireFinite().rows(), a.columns());
        if (count < 1 || count > most) {
            throw new IllegalArgumentException(
                    count + " singular values of " + a + " were asked for: expected between 1 and " + most);
        }
        int directions = Math.min(most, count + settings.oversampling());
        Matrix basis = orthonormal(a.times(directions(a.columns(), directions, seed)));
        for (int power = 0; power < settings.powers(); power++) {
            basis = orthonormal(a.times(orthonormal(a.transposedTimes(basis))));
        }
        SingularValues small = SingularValues.of(basis.transposedTimes(a)); // [directions, n]
        double[] s = new double[count];
        System.arraycopy(small.s(), 0, s, 0, count);
        return new SingularValues(first(basis.times(small.u()), count), s, first(small.v(), count));
    }

    private static Matrix directions(int rows, int columns, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] normal = new double[Math.multiplyExact(rows, columns)];
        for (int i = 0; i < normal.length; i++) {
            normal[i] = random.nextGaussian();
        }
        return new Matrix(normal, rows, columns);
    }

    private static Matrix orthonormal(Matrix columns) {
        return QrDecomposition.of(columns).q();
    }

    private static Matrix first(Matrix matrix, int columns) {
        double[] values = new double[matrix.rows() * columns];
        for (int r = 0; r < matrix.rows(); r++) {
            System.arraycopy(matrix.values(), r * matrix.columns(), values, r * columns, columns);
        }
        return new Matrix(values, matrix.rows(), columns);
    }
}
