package org.industrialmind.foundations.decomposition;

import java.util.SplittableRandom;
import org.industrialmind.foundations.algebra.Matrix;

/**
 * Non-negative matrix factorisation: a table of parts that only add up, V ~ W H with nothing below 0.
 *
 * <p>Where principal components cancel each other, here nothing can be taken away again, so the rows of H become parts:
 * strokes of digits, topics of texts, spectra of substances. Three ways to lower the loss:
 *
 * <ul>
 *   <li>{@link Method#COORDINATES}: each entry of W, then of H, to its best value given all others, or 0. The fastest.
 *   <li>{@link Method#MULTIPLICATIVE}: each factor times a ratio that is 1 in the minimum. Simple, and slow near the end.
 *   <li>{@link Method#DIVERGENCE}: the same for the Kullback-Leibler divergence, which suits counts.
 * </ul>
 *
 * <p>None raises the loss, none finds more than a local minimum, and parts come in any order and scale. Complexity:
 * O(rows x columns x parts) a step.
 *
 * <ol>
 *   <li>Lee and Seung 2001, Algorithms for non-negative matrix factorization, NIPS 13.
 *   <li>Cichocki and Phan 2009, Fast local algorithms for large scale nonnegative matrix and tensor factorizations, IEICE
 *       Transactions E92-A(3).
 * </ol>
 *
 * @param parts at least 1
 * @param iterations at most
 * @param tolerance ends when ten steps lower the loss by less than this share of the first loss
 */
public record NonNegativeFactors(int parts, Method method, int iterations, double tolerance) {
    private static final int BETWEEN_LOOKS = 10; // steps: the loss costs as much as a step

    public NonNegativeFactors {
        Shapes.atLeast("parts", parts, 1);
        Shapes.atLeast("iterations", iterations, 1);
        Shapes.notNegative("tolerance", tolerance);
    }

    /** How the loss is lowered, and which. */
    public enum Method {
        /** Squared error, entry by entry. */
        COORDINATES,
        /** Squared error, by ratios. */
        MULTIPLICATIVE,
        /** Kullback-Leibler divergence, by ratios. */
        DIVERGENCE
    }

    /** Coordinate descent of up to 500 steps. */
    public static NonNegativeFactors of(int parts) {
        return new NonNegativeFactors(parts, Method.COORDINATES, 500, 1e-7);
    }

    public NonNegativeFactors with(Method other) {
        return new NonNegativeFactors(parts, other, iterations, tolerance);
    }

    /** @throws IllegalArgumentException if a value is missing or negative */
    public NonNegativeModel fit(Matrix table, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double sum = 0;
        for (double value : table.toArray()) {
            sum += value;
        }
        double size = Math.sqrt(Math.max(0, sum) / table.rows() / table.columns() / parts); // W H of the table's size
        return fitFrom(table, random(table.rows(), parts, size, random), random(parts, table.columns(), size, random));
    }

    private static Matrix random(int rows, int columns, double size, SplittableRandom random) {
        double[] values = new double[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = size * Math.abs(random.nextGaussian());
        }
        return Matrix.of(rows, columns, values);
    }

    /**
     * Starts from given factors. Shape: w [row, part], h [part, column].
     *
     * @throws IllegalArgumentException if a value is missing or negative, or the shapes do not fit
     */
    public NonNegativeModel fitFrom(Matrix table, Matrix w, Matrix h) {
        requireNotNegative(table, "table");
        requireNotNegative(w, "w");
        requireNotNegative(h, "h");
        if (w.rows() != table.rows() || w.columns() != parts || h.rows() != parts || h.columns() != table.columns()) {
            throw new IllegalArgumentException("the first factors are " + w + " and " + h + " for " + table
                    + ": expected " + table.rows() + " x " + parts + " and " + parts + " x " + table.columns());
        }
        NonNegativeDescent descent = new NonNegativeDescent(table, w, h, method);
        double first = descent.loss();
        double before = first;
        int steps = 0;
        while (steps < iterations) {
            descent.step();
            steps++;
            if (steps % BETWEEN_LOOKS == 0) {
                double loss = descent.loss();
                if (before - loss <= tolerance * first) {
                    break;
                }
                before = loss;
            }
        }
        return descent.model(steps);
    }

    private static void requireNotNegative(Matrix matrix, String name) {
        matrix.requireFinite();
        for (int r = 0; r < matrix.rows(); r++) {
            for (int c = 0; c < matrix.columns(); c++) {
                if (matrix.get(r, c) < 0) {
                    throw new IllegalArgumentException("the " + name + " has " + matrix.get(r, c) + " at row " + r
                            + ", column " + c + ": expected nothing below 0");
                }
            }
        }
    }
}
