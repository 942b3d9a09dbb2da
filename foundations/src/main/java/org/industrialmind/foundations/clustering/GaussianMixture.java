package org.industrialmind.foundations.clustering;

import java.util.SplittableRandom;
import org.industrialmind.foundations.algebra.Matrix;

/**
 * A mixture of Gaussians: each row comes from one of k bells, and nobody says from which.
 *
 * <p>Were it known, weights, means and covariances would be simple averages; were those known, the responsibility of each
 * bell for a row would follow from Bayes' rule. Taking the two in turn (expectation and maximisation) raises the
 * likelihood at every step. It starts from k-means. A bell that collapses onto a single row would have infinite
 * likelihood, so every variance gets a little on top.
 *
 * <p>Densities are taken through the Cholesky factor of the covariance, never its inverse, and sums of densities through
 * logarithms, so that far rows do not underflow. Trade-off: soft membership, ellipses instead of balls, and a likelihood
 * that tells how many components are worth their parameters (BIC); but k d^2 / 2 parameters, a local optimum, and no answer
 * for shapes that are no bells. Complexity: O(rows x components x columns^2) a step, O(rows x components x columns) where
 * covariances are not full.
 *
 * <ol>
 *   <li>Dempster, Laird and Rubin 1977, Maximum likelihood from incomplete data via the EM algorithm, JRSS B 39(1).
 *   <li>McLachlan and Peel 2000, Finite mixture models.
 *   <li>Schwarz 1978, Estimating the dimension of a model, Annals of Statistics 6(2).
 * </ol>
 *
 * @param components how many bells, at least 1
 * @param shape what a covariance may be
 * @param starts the best of so many is kept
 * @param iterations of one start at most
 * @param tolerance a start ends when the mean log-likelihood of a row grows by less
 * @param ridge added to every variance
 */
public record GaussianMixture(
        int components, CovarianceShape shape, int starts, int iterations, double tolerance, double ridge)
        implements Clusterer {
    public GaussianMixture {
        Setting.atLeast("components", components, 1);
        Setting.atLeast("starts", starts, 1);
        Setting.atLeast("iterations", iterations, 1);
        Setting.notNegative("tolerance", tolerance);
        Setting.notNegative("ridge", ridge);
    }

    /** What the covariance of a component may be. */
    public enum CovarianceShape {
        /** Any ellipse. */
        FULL,
        /** Ellipses along the axes: columns are independent within a component. */
        DIAGONAL,
        /** Balls, one variance for all columns. */
        SPHERICAL
    }

    /** Full covariances, one start of up to 200 steps. */
    public static GaussianMixture of(int components) {
        return new GaussianMixture(components, CovarianceShape.FULL, 1, 200, 1e-5, 1e-6);
    }

    public GaussianMixture withShape(CovarianceShape other) {
        return new GaussianMixture(components, other, starts, iterations, tolerance, ridge);
    }

    public GaussianMixture withPatience(int moreIterations, double lessTolerance) {
        return new GaussianMixture(components, shape, starts, moreIterations, lessTolerance, ridge);
    }

    /**
     * @throws IllegalArgumentException if a value is missing, there are fewer rows than components, or a covariance is not
     *     positive definite although the ridge was added
     */
    @Override
    public MixtureModel fit(Matrix rows, long seed) {
        Setting.requireRows(rows, components);
        SplittableRandom random = new SplittableRandom(seed);
        MixtureModel best = run(rows, random.nextLong());
        for (int start = 1; start < starts; start++) {
            MixtureModel other = run(rows, random.nextLong());
            best = other.logLikelihood() > best.logLikelihood() ? other : best;
        }
        return best;
    }

    private MixtureModel run(Matrix rows, long seed) {
        int n = rows.rows();
        int[] labels = new KMeans(components, 1, 300, 1e-4).fit(rows, seed).labels();
        double[] responsibilities = new double[Math.multiplyExact(n, components)];
        for (int r = 0; r < n; r++) {
            responsibilities[r * components + labels[r]] = 1;
        }
        MixtureFit fit = new MixtureFit(rows, this, responsibilities);
        double before = Double.NEGATIVE_INFINITY;
        int steps = 0;
        boolean settled = false;
        while (steps < iterations && !settled) {
            steps++;
            fit.maximise();
            double likelihood = fit.expect() / n;
            settled = likelihood - before < tolerance;
            before = likelihood;
        }
        return fit.model(steps, settled);
    }
}
