package org.industrialmind.foundations.decomposition;

import java.util.SplittableRandom;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.algebra.SingularValues;

/**
 * Independent components (FastICA): the sources behind mixtures, as several microphones hear several speakers.
 *
 * <p>A sum of independent signals is nearer to a Gaussian than the signals themselves. So one looks for the directions in
 * which the rows are least Gaussian. Rows are whitened first, which leaves only a rotation to be found; a fixed-point step
 * on the contrast log cosh moves all directions at once, and they are made orthonormal after each, by the polar factor.
 * It converges quadratically.
 *
 * <p>Trade-off: recovers what {@link PrincipalComponents} cannot, if at most one source is Gaussian; but sign, order and
 * scale of the sources are lost in the mixing, here they come with variance 1 in whatever order. Complexity: O(rows x
 * components^2) a step.
 *
 * @param components sources to find
 * @param iterations at most
 * @param tolerance ends when no direction turns by more: 1 - |cosine|
 * @see "Hyvärinen 1999, Fast and robust fixed-point algorithms for independent component analysis, IEEE Transactions on
 *     Neural Networks 10(3)"
 */
public record IndependentComponents(int components, int iterations, double tolerance) {
    public IndependentComponents {
        Shapes.atLeast("components", components, 1);
        Shapes.atLeast("iterations", iterations, 1);
        Shapes.notNegative("tolerance", tolerance);
    }

    /** Up to 500 steps. */
    public static IndependentComponents of(int components) {
        return new IndependentComponents(components, 500, 1e-9);
    }

    /**
     * Finds the sources.
     *
     * @throws IllegalArgumentException if a value is missing, or the rows vary in fewer directions than components
     */
    public IndependentComponentsModel fit(Matrix rows, long seed) {
        PrincipalComponentsModel white = new PrincipalComponents(components, true).fit(rows);
        if (white.variances()[components - 1] <= 1e-24 * white.variances()[0] || white.variances()[0] == 0) {
            throw new IllegalArgumentException(
                    "the rows vary in fewer than " + components + " directions: expected no more components than that");
        }
        Matrix z = white.transform(rows);
        Matrix turn = orthonormal(start(seed));
        boolean settled = false;
        int steps = 0;
        while (!settled && steps < iterations) {
            steps++;
            Matrix next = orthonormal(step(z, turn));
            settled = turned(turn, next) <= tolerance;
            turn = next;
        }
        return new IndependentComponentsModel(white, turn, steps, settled);
    }

    private Matrix start(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[components * components];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextGaussian();
        }
        return Matrix.of(components, components, values);
    }

    /** The fixed-point step E[z g(w'z)] - E[g'(w'z)] w with g = tanh, for all directions, the rows of the matrix. */
    private Matrix step(Matrix z, Matrix turn) {
        double[] g = z.timesTransposed(turn).toArray();
        double[] slopes = new double[components];
        for (int i = 0; i < g.length; i++) {
            g[i] = Math.tanh(g[i]);
            slopes[i % components] += (1 - g[i] * g[i]) / z.rows();
        }
        double[] next = Matrix.of(z.rows(), components, g).transposedTimes(z).toArray();
        for (int i = 0; i < next.length; i++) {
            int component = i / components;
            next[i] = next[i] / z.rows() - slopes[component] * turn.get(component, i % components);
        }
        return Matrix.of(components, components, next);
    }

    private static Matrix orthonormal(Matrix matrix) {
        SingularValues parts = SingularValues.of(matrix);
        return parts.u().timesTransposed(parts.v());
    }

    private double turned(Matrix before, Matrix after) {
        double most = 0;
        for (int k = 0; k < components; k++) {
            most = Math.max(most, 1 - Math.abs(before.dot(k, after.row(k))));
        }
        return most;
    }
}
