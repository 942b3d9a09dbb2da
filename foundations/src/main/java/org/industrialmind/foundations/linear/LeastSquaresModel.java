package org.industrialmind.foundations.linear;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.industrialmind.foundations.statistics.FisherF;
import org.industrialmind.foundations.supervised.Regressor;
import org.industrialmind.foundations.supervised.TargetRows;

/**
 * A least squares fit with its inference. Arrays by term hold the intercept first and then the columns, [1 + column];
 * arrays by row are in the order of the rows learned from. What the rows leave undetermined is NaN: standard errors of
 * dependent columns, everything that needs a residual degree of freedom where there is none.
 */
public final class LeastSquaresModel implements Regressor {
    private final LinearModel model;
    private final int[] dependent;
    private final double[] errors;
    private final double[] inflations;
    private final double[] residuals;
    private final double[] leverages;
    private final double total;
    private final int rank; // columns that count, the intercept apart
    private final double residualSquares;
    private final double targetSquares;

    LeastSquaresModel(TargetRows rows, ScaledColumns x) {
        int n = x.rows;
        int p = x.columns;
        double[] weights = rows.weights();
        total = ScaledColumns.sum(weights);
        double mean = 0;
        for (int r = 0; r < n; r++) {
            mean += weights[r] / total * rows.target(r);
        }
        double[] a = x.values.clone();
        double[] y = new double[n];
        double squares = 0;
        for (int r = 0; r < n; r++) {
            double root = Math.sqrt(weights[r]);
            y[r] = root * (rows.target(r) - mean);
            squares += y[r] * y[r];
            for (int c = 0; c < p; c++) {
                a[r * p + c] *= root;
            }
        }
        targetSquares = squares;
        LeastSquaresFactor factor = LeastSquaresFactor.of(a, n, p, y);
        rank = factor.rank();
        double[] scaled = spread(factor.solution(), factor.kept, p, 0);
        double[] coefficients = x.unscaled(scaled);
        model = new LinearModel(x.interceptAtOrigin(mean, coefficients), coefficients);
        dependent = IntStream.range(0, p)
                .filter(c -> Arrays.binarySearch(factor.kept, c) < 0)
                .toArray();
        residuals = new double[n];
        leverages = new double[n];
        double rest = 0;
        for (int r = 0; r < n; r++) {
            double[] kept = new double[rank];
            double fitted = mean;
            for (int j = 0; j < rank; j++) {
                kept[j] = x.values[r * p + factor.kept[j]];
                fitted += kept[j] * scaled[factor.kept[j]];
            }
            residuals[r] = rows.target(r) - fitted;
            leverages[r] = weights[r] * (1 / total + factor.leverage(kept));
            rest += weights[r] * residuals[r] * residuals[r];
        }
        residualSquares = rest;
        double[] inverse = factor.inverseDiagonal();
        inflations = inflations(factor, inverse, p);
        errors = errors(factor, inverse, x);
    }

    private static double[] spread(double[] values, int[] positions, int size, double elsewhere) {
        double[] all = new double[size];
        Arrays.fill(all, elsewhere);
        for (int i = 0; i < positions.length; i++) {
            all[positions[i]] = values[i];
        }
        return all;
    }

    /** The variance of a coefficient over what it would be if its column stood alone. */
    private static double[] inflations(LeastSquaresFactor factor, double[] inverse, int p) {
        int n = factor.rank();
        double[] ratios = new double[n];
        for (int j = 0; j < n; j++) {
            double square = 0;
            for (int i = 0; i <= j; i++) {
                square += factor.r[i * n + j] * factor.r[i * n + j];
            }
            ratios[j] = inverse[j] * square;
        }
        return spread(ratios, factor.kept, p, Double.NaN);
    }

    private double[] errors(LeastSquaresFactor factor, double[] inverse, ScaledColumns x) {
        double[] scaled = new double[rank];
        double[] centre = new double[rank];
        for (int j = 0; j < rank; j++) {
            int c = factor.kept[j];
            scaled[j] = Math.sqrt(variance() * inverse[j]) / x.scales[c];
            centre[j] = x.means[c] / x.scales[c];
        }
        double[] all = new double[x.columns + 1];
        all[0] = Math.sqrt(variance() * (1 / total + factor.leverage(centre)));
        System.arraycopy(spread(scaled, factor.kept, x.columns, Double.NaN), 0, all, 1, x.columns);
        return all;
    }

    @Override
    public int columns() {
        return model.columns();
    }

    @Override
    public double predict(double[] row) {
        return model.predict(row);
    }

    public double intercept() {
        return model.intercept();
    }

    /** Returns what one more of each column adds; a copy. Shape: [column]. */
    public double[] coefficients() {
        return model.coefficients();
    }

    /** Returns the columns that depend on the intercept and those before them, and so have coefficient 0. */
    public int[] dependent() {
        return dependent.clone();
    }

    /** Returns the weight of all rows less the terms that were estimated; where 0 or less, nothing is left to infer from. */
    public double degreesOfFreedom() {
        return total - rank - 1;
    }

    /** Returns the estimated variance of a target around its expectation; NaN without a residual degree of freedom. */
    public double variance() {
        return degreesOfFreedom() > 0 ? residualSquares / degreesOfFreedom() : Double.NaN;
    }

    /** Returns the standard error of each term. */
    public double[] standardErrors() {
        return errors.clone();
    }

    /** Returns each term in units of its standard error. */
    public double[] tValues() {
        double[] t = new double[errors.length];
        for (int j = 0; j < t.length; j++) {
            t[j] = term(j) / errors[j];
        }
        return t;
    }

    private double term(int j) {
        return j == 0 ? model.intercept() : model.coefficients()[j - 1];
    }

    /** Returns how probable it is that a term as far from 0 comes up where the truth is 0 (two-sided t test). */
    public double[] pValues() {
        double[] p = tValues();
        for (int j = 0; j < p.length; j++) { // the square of Student's t is an F with one degree of freedom above
            p[j] = Double.isNaN(p[j]) ? Double.NaN : new FisherF(1, degreesOfFreedom()).tail(p[j] * p[j]);
        }
        return p;
    }

    /**
     * Returns lower and upper end of each term's confidence interval. Shape: [term, 2].
     *
     * @param confidence the share of such intervals that cover the truth, between 0 and 1, such as 0.95
     */
    public double[][] intervals(double confidence) {
        double reach = degreesOfFreedom() > 0
                ? Math.sqrt(new FisherF(1, degreesOfFreedom()).quantile(confidence))
                : Double.NaN;
        double[][] intervals = new double[errors.length][];
        for (int j = 0; j < intervals.length; j++) {
            intervals[j] = new double[] {term(j) - reach * errors[j], term(j) + reach * errors[j]};
        }
        return intervals;
    }

    /** Returns the share of the targets' variance that is explained; NaN where they do not vary. */
    public double rSquared() {
        return 1 - residualSquares / targetSquares;
    }

    /** Returns the explained share as it would be on the rows to come, corrected for the terms spent. */
    public double adjustedRSquared() {
        return 1 - variance() / (targetSquares / (total - 1));
    }

    /** Returns explained over unexplained variance; large where the columns say anything at all. */
    public double fValue() {
        return (targetSquares - residualSquares) / rank / variance();
    }

    /** Returns how probable such an F value is where no column says anything. */
    public double fProbability() {
        return Double.isNaN(fValue()) ? Double.NaN : new FisherF(rank, degreesOfFreedom()).tail(fValue());
    }

    /** Returns the logarithm of the normal likelihood at its maximum. */
    public double logLikelihood() {
        return -total / 2 * (Math.log(2 * Math.PI * residualSquares / total) + 1);
    }

    /** Returns Akaike's criterion, lower is better; the variance is not counted as a parameter. */
    public double akaike() {
        return 2 * (rank + 1) - 2 * logLikelihood();
    }

    /** Returns Schwarz's Bayesian criterion, lower is better; the variance is not counted as a parameter. */
    public double schwarz() {
        return Math.log(total) * (rank + 1) - 2 * logLikelihood();
    }

    /** Returns by how much each column's variance is inflated by the others; 1 stands alone, beyond 10 is trouble. */
    public double[] varianceInflation() {
        return inflations.clone();
    }

    /** Returns target less prediction of each row. */
    public double[] residuals() {
        return residuals.clone();
    }

    /** Returns how much each row's target moves its own prediction, from 0 to 1; they sum to the terms estimated. */
    public double[] leverages() {
        return leverages.clone();
    }

    /** Returns Cook's distance of each row: how far all predictions move if it is left out, per term and variance. */
    public double[] cookDistances() {
        double[] distances = new double[residuals.length];
        for (int r = 0; r < distances.length; r++) {
            double kept = 1 - leverages[r];
            distances[r] = residuals[r] * residuals[r] / ((rank + 1) * variance()) * leverages[r] / (kept * kept);
        }
        return distances;
    }

    /** Returns each residual over what the other rows say its deviation is; beyond 3 a row does not fit. */
    public double[] studentizedResiduals() {
        double[] studentized = new double[residuals.length];
        double degrees = degreesOfFreedom();
        for (int r = 0; r < studentized.length; r++) {
            double kept = 1 - leverages[r];
            double others = (residualSquares - residuals[r] * residuals[r] / kept) / (degrees - 1);
            studentized[r] = residuals[r] / Math.sqrt(others * kept);
        }
        return studentized;
    }
}
