package org.industrialmind.foundations.linear;

import java.util.Arrays;
import java.util.Optional;
import org.industrialmind.foundations.supervised.ClassifierTrainer;
import org.industrialmind.foundations.supervised.LabelledRows;

/**
 * Logistic regression: the logarithm of the odds of a class is a weighted sum of the columns. Of more than two classes,
 * each has a sum and the softmax of the sums gives their probabilities.
 *
 * <p>Minimises over coefficients b and intercepts a
 *
 * <pre>  sum_i w_i -log p(label_i | row_i)  +  l2 / 2 |b|^2  +  l1 |b|_1 </pre>
 *
 * The problem is convex. A few dozen coefficients are found by Newton's method (iteratively reweighted least squares [1]),
 * which needs some eight passes and ends exact to rounding; many of them, or an absolute penalty, by L-BFGS [2], which
 * needs no curvature matrix. Columns are centred and scaled inside, so their units do not matter to the search; the
 * penalties are on the coefficients in the rows' own units, so columns should be of like scale for the penalties' sake.
 *
 * <p>What has no optimum is said: if the columns tell the classes apart without error and there is no penalty, the
 * likelihood rises for ever and {@code fit} refuses [3]. Columns that depend on each other share their coefficient. A
 * class without rows gets probability 0, a class alone 1.
 *
 * <p>Complexity: n p^2 k^2 an iteration by Newton, n p k by L-BFGS.
 *
 * <ol>
 *   <li>Hastie, Tibshirani and Friedman 2009, The Elements of Statistical Learning, 2nd ed., section 4.4.
 *   <li>Nocedal and Wright 2006, Numerical Optimization, 2nd ed., section 7.2.
 *   <li>Albert and Anderson 1984, On the existence of maximum likelihood estimates in logistic regression models,
 *       Biometrika 71(1).
 * </ol>
 *
 * @param l1 weight of the absolute values of the coefficients, 0 or more; makes some of them exactly zero
 * @param l2 weight of half their squares, 0 or more; the reciprocal of the C of other libraries
 * @param iterations the most passes of the search
 * @param tolerance how steep the mean loss may still be at the end, in units of scaled columns
 */
public record LogisticRegression(double l1, double l2, int iterations, double tolerance) implements ClassifierTrainer {
    private static final int NEWTON_UP_TO = 120; // dimensions; beyond, forming the curvature outweighs the passes saved
    private static final double STILL_MOVING = 0.1; // log-odds: near an optimum Newton's last step is 1e-4 and less

    private static final double SURE = 1e-6; // mean loss: no row is left that is not on its side for certain

    /** @throws IllegalArgumentException if a penalty is negative, or the iterations or the tolerance not positive */
    public LogisticRegression {
        boolean valid = l1 >= 0 && l2 >= 0 && iterations > 0 && tolerance > 0 && Double.isFinite(l1 + l2 + tolerance);
        if (!valid) {
            throw new IllegalArgumentException("logistic regression with l1 " + l1 + ", l2 " + l2 + ", " + iterations
                    + " iterations and tolerance " + tolerance
                    + ": expected penalties of 0 or more, iterations and tolerance above 0");
        }
    }

    /** A mild ridge, as one would use on scaled columns. */
    public static LogisticRegression defaults() {
        return new LogisticRegression(0, 1, 1000, 1e-8);
    }

    /** Without penalty: maximum likelihood. */
    public static LogisticRegression unpenalized() {
        return defaults().withL2(0);
    }

    public LogisticRegression withL1(double penalty) {
        return new LogisticRegression(penalty, l2, iterations, tolerance);
    }

    public LogisticRegression withL2(double penalty) {
        return new LogisticRegression(l1, penalty, iterations, tolerance);
    }

    /** {@inheritDoc} The seed plays no part. */
    @Override
    public SoftmaxModel fit(LabelledRows rows, long seed) {
        rows.requireComplete();
        double[] weights = rows.weights();
        int[] present = present(rows.classWeights());
        double[][] coefficients = new double[rows.classes()][rows.columns()];
        double[] intercepts = new double[rows.classes()];
        Arrays.fill(intercepts, Double.NEGATIVE_INFINITY);
        intercepts[present[0]] = 0;
        if (present.length == 1) {
            return new SoftmaxModel(coefficients, intercepts, true);
        }
        ScaledColumns x = ScaledColumns.of(rows.rows(), weights);
        LogisticLoss loss = new LogisticLoss(x, positions(rows, present), weights, present.length, l2);
        double[] point = new double[loss.dimensions()];
        double steepest = tolerance * ScaledColumns.sum(weights);
        boolean newton = l1 == 0 && loss.dimensions() <= NEWTON_UP_TO;
        boolean converged = newton ? newton(loss, point) : quasiNewton(loss, x, point, steepest);
        for (int s = 0; s < loss.scores; s++) {
            int k = present[present.length - loss.scores + s];
            double[] scaled = Arrays.copyOfRange(point, s * loss.width, (s + 1) * loss.width - 1);
            coefficients[k] = x.unscaled(scaled);
            intercepts[k] = x.interceptAtOrigin(point[(s + 1) * loss.width - 1], coefficients[k]);
        }
        boolean likelihood = newton && loss.scores == 1 && l2 == 0;
        Optional<double[]> errors =
                likelihood ? Optional.of(NewtonSearch.standardErrors(loss.curvature(point), x)) : Optional.empty();
        return new SoftmaxModel(coefficients, intercepts, converged, errors);
    }

    private static int[] present(double[] classWeights) {
        int[] present = new int[classWeights.length];
        int count = 0;
        for (int k = 0; k < classWeights.length; k++) {
            if (classWeights[k] > 0) {
                present[count++] = k;
            }
        }
        return Arrays.copyOf(present, count);
    }

    /** Renumbers the labels among the classes that are present; a row of no weight counts as the first. */
    private static int[] positions(LabelledRows rows, int[] present) {
        int[] positions = rows.labels();
        for (int r = 0; r < positions.length; r++) {
            positions[r] = Math.max(0, Arrays.binarySearch(present, positions[r]));
        }
        return positions;
    }

    private boolean quasiNewton(LogisticLoss loss, ScaledColumns x, double[] point, double steepest) {
        double[] kinks = new double[loss.dimensions()];
        for (int s = 0; s < loss.scores; s++) {
            for (int c = 0; c < x.columns; c++) {
                kinks[s * loss.width + c] = l1 / x.scales[c];
            }
        }
        boolean converged = QuasiNewton.minimise(loss, kinks, point, iterations, steepest);
        if (l1 == 0 && l2 == 0 && loss.at(point, new double[point.length]) < steepest / tolerance * SURE) {
            throw noOptimum();
        }
        return converged;
    }

    private boolean newton(LogisticLoss loss, double[] point) {
        // the step taken then leaves its square: tighter would meet separated classes below the lift of a flat
        // curvature
        NewtonSearch search = NewtonSearch.minimise(loss, point, iterations, 1e-4 * tolerance * loss.total());
        if (search.settled() && l2 == 0 && loss.largestMove(search.lastStep()) > STILL_MOVING) {
            throw noOptimum();
        }
        return search.settled();
    }

    private static IllegalArgumentException noOptimum() {
        return new IllegalArgumentException("the columns tell classes apart without error, so the likelihood rises"
                + " for ever and has no maximum: expected classes that overlap, or a penalty l2 above 0");
    }
}
