package org.industrialmind.learning.novelty;

import java.util.List;
import java.util.Map;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.algebra.SingularValues;
import org.industrialmind.foundations.algebra.TriangularFactor;
import org.industrialmind.foundations.statistics.ChiSquared;
import org.industrialmind.foundations.statistics.FisherF;
import org.industrialmind.learning.format.NamedTensors;
import org.industrialmind.learning.format.Tensor;

/**
 * The directions in which normal windows vary, and how far a new window leaves them.
 *
 * <p>Idea: channels of one machine move together - flow with power, temperature with load. The principal components of
 * the normal windows span what they do together; the rest is noise. Two distances follow. T2 is how far a window goes
 * along the components, each measured by its own variance: the usual behaviour, but too much of it. SPE, the squared
 * prediction error, is how far it leaves them: behaviour that has never been seen, even if no single channel is out of
 * its range. One number is made of both by weighing each with its theoretical limit [1]:
 *
 * <pre>phi = T2 / limit(T2) + SPE / limit(SPE) = x' Phi x</pre>
 *
 * A quadratic form, hence closed forms for everything else. Its root grows in proportion to a fault.
 *
 * <p>Theoretical limits at probability a, for k of p components of n windows with discarded eigenvalues l: T2 by
 * k (n^2 - 1) / (n (n - k)) F(k, n - k) [2]; SPE by Box's g chi2(h), g = sum l^2 / sum l, h = (sum l)^2 / sum l^2 [3];
 * phi likewise with the eigenvalues of S Phi [1]. They hold for independent normal features, which windows are not quite;
 * so they only weigh T2 against SPE and stand under the limits that are found from data.
 *
 * <p>Contribution of a feature i: by how much phi falls if the value of that feature alone is put right, the
 * reconstruction-based contribution (e_i' Phi x)^2 / (e_i' Phi e_i) [4]. The plain squared residuals smear: a fault in one
 * sensor leaks into all that it correlates with. This one does not favour the innocent: a large fault in a single feature
 * always has the largest contribution.
 *
 * <p>Trade-off: linear. What bends with the load is covered only as far as each regime is scaled on its own.
 *
 * <p>Shapes: features [p], loadings P [p, k], variances of components [k]. Cost of a score: p k multiplications.
 *
 * <ol>
 *   <li>Yue and Qin 2001, Reconstruction-based fault identification using a combined index, Industrial and Engineering
 *       Chemistry Research 40(20).
 *   <li>Tracy, Young and Mason 1992, Multivariate control charts for individual observations, Journal of Quality
 *       Technology 24(2).
 *   <li>Box 1954, Some theorems on quadratic forms applied in the study of analysis of variance problems I, Annals of
 *       Mathematical Statistics 25(2); applied to SPE by Nomikos and MacGregor 1995, Technometrics 37(1).
 *   <li>Alcala and Qin 2009, Reconstruction-based contribution for process monitoring, Automatica 45(7).
 * </ol>
 */
final class PrincipalComponents {
    /** The probability at which T2 and SPE are weighed against each other. */
    static final double WEIGHING = 0.99;

    private final int size;
    private final int kept;
    private final double[] mean;
    private final double[] loadings; // [component, feature]
    private final double[]
            byFeature; // [feature, component]: what one feature adds to all components is one run in memory
    private final double[] variances;
    private final double t2Limit;
    private final double speLimit;
    private final Box normal; // of the combined index

    private final double[] perVariance; // 1 / (variance * t2Limit)
    private final double[] leverage; // e_i' Phi e_i
    private final double[] origin; // P' mean

    PrincipalComponents(
            double[] mean, double[] loadings, double[] variances, double t2Limit, double speLimit, Box normal) {
        size = mean.length;
        kept = variances.length;
        this.mean = mean;
        this.loadings = loadings;
        this.variances = variances;
        this.t2Limit = t2Limit;
        this.speLimit = speLimit;
        this.normal = normal;
        requireValid();
        perVariance = new double[kept];
        leverage = new double[size];
        origin = new double[kept];
        byFeature = new double[size * kept];
        for (int i = 0; i < size; i++) {
            leverage[i] = 1 / speLimit;
        }
        for (int k = 0; k < kept; k++) {
            perVariance[k] = 1 / (variances[k] * t2Limit);
            for (int i = 0; i < size; i++) {
                double p = loadings[k * size + i];
                byFeature[i * kept + k] = p;
                leverage[i] += p * p * (perVariance[k] - 1 / speLimit);
                origin[k] += p * mean[i];
            }
        }
    }

    private void requireValid() {
        boolean valid = size > 0 && loadings.length == size * kept && t2Limit > 0 && speLimit > 0;
        valid &= Double.isFinite(t2Limit) && Double.isFinite(speLimit);
        for (double value : variances) {
            valid &= value > 0 && Double.isFinite(value);
        }
        for (double value : mean) {
            valid &= Double.isFinite(value);
        }
        for (double value : loadings) {
            valid &= Double.isFinite(value);
        }
        if (!valid) {
            throw new IllegalArgumentException("principal components of " + size + " features, " + kept
                    + " components and limits " + t2Limit + ", " + speLimit
                    + " are not valid: expected finite loadings [component, feature], positive variances and limits");
        }
    }

    /**
     * Finds the components.
     *
     * @param rows standardised features of normal windows
     * @param variance the share of the variance that the components must explain
     * @param independent how many of the windows count as independent, for the theoretical limits
     */
    static PrincipalComponents fit(List<double[]> rows, double variance, double independent) {
        int size = rows.getFirst().length;
        double[] mean = means(rows);
        int height = Math.max(rows.size(), size); // zero rows add nothing to the products, and let few windows pass
        double[] centred = new double[height * size];
        double norm = Math.sqrt(Math.max(1, rows.size() - 1));
        for (int r = 0; r < rows.size(); r++) {
            for (int i = 0; i < size; i++) {
                centred[r * size + i] = (rows.get(r)[i] - mean[i]) / norm;
            }
        }
        SingularValues found = SingularValues.of(TriangularFactor.of(Matrix.of(height, size, centred)));
        double[] eigenvalues = found.s();
        for (int i = 0; i < size; i++) {
            eigenvalues[i] *= eigenvalues[i];
        }
        int kept = componentsFor(variance, eigenvalues);
        double[] loadings = new double[kept * size];
        double[] variances = new double[kept];
        for (int k = 0; k < kept; k++) {
            variances[k] = eigenvalues[k];
            System.arraycopy(found.v().column(k), 0, loadings, k * size, size);
        }
        double n = Math.max(independent, kept + 2.0);
        double t2 = t2Limit(WEIGHING, kept, n);
        double spe = Box.ofDiscarded(eigenvalues, kept).quantile(WEIGHING);
        return new PrincipalComponents(mean, loadings, variances, t2, spe, Box.ofCombined(eigenvalues, kept, t2, spe));
    }

    private static double[] means(List<double[]> rows) {
        double[] means = new double[rows.getFirst().length];
        for (double[] row : rows) {
            for (int i = 0; i < means.length; i++) {
                means[i] += row[i] / rows.size();
            }
        }
        return means;
    }

    private static int componentsFor(double share, double[] eigenvalues) {
        double total = 0;
        for (double value : eigenvalues) {
            total += value;
        }
        double sum = 0;
        int kept = 0;
        while (kept < eigenvalues.length - 1 && sum < share * total) { // at least one is left for SPE
            sum += eigenvalues[kept++];
        }
        return kept;
    }

    /** Returns the limit of T2 for a new window, by the F distribution; 0 components give 1, which divides nothing. */
    static double t2Limit(double probability, int k, double n) {
        return k == 0 ? 1 : k * (n * n - 1) / (n * (n - k)) * new FisherF(k, n - k).quantile(probability);
    }

    /** The distribution g chi2(h) that Box puts in the place of a weighted sum of chi-squared ones. */
    record Box(double g, double h) {
        private static final double LEAST = 1e-6; // windows that never vary still need a limit: a thousandth of a sigma

        static Box ofDiscarded(double[] eigenvalues, int kept) {
            double[] weights = new double[eigenvalues.length];
            System.arraycopy(eigenvalues, kept, weights, kept, eigenvalues.length - kept);
            return of(weights);
        }

        static Box ofCombined(double[] eigenvalues, int kept, double t2, double spe) {
            double[] weights = new double[eigenvalues.length];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = i < kept ? 1 / t2 : eigenvalues[i] / spe; // eigenvalues of S Phi
            }
            return of(weights);
        }

        Box {
            if (!(g > 0) || !(h > 0) || !Double.isFinite(g + h)) {
                throw new IllegalArgumentException(
                        "distribution " + g + " chi2(" + h + ") is not valid: expected positive, finite numbers");
            }
        }

        private static Box of(double[] weights) {
            double first = 0;
            double second = 0;
            for (double weight : weights) {
                first += weight;
                second += weight * weight;
            }
            return first <= LEAST ? new Box(LEAST, 1) : new Box(second / first, first * first / second);
        }

        double quantile(double probability) {
            return g * new ChiSquared(h).quantile(probability);
        }
    }

    /** The two distances of one window, and what they make together. */
    record Distance(double t2, double spe, double combined) {}

    /**
     * Returns the distances.
     *
     * @param features standardised; only the first {@link #size()} are looked at
     * @param scratch room for one value a component; left holding the window's place along each
     */
    Distance distance(double[] features, double[] scratch) {
        double length = 0;
        for (int k = 0; k < kept; k++) {
            scratch[k] = -origin[k];
        }
        for (int i = 0; i < size; i++) {
            double x = features[i] - mean[i];
            length += x * x;
            for (int k = 0, at = i * kept; k < kept; k++) {
                scratch[k] += byFeature[at + k] * features[i];
            }
        }
        double t2 = 0;
        double explained = 0;
        for (int k = 0; k < kept; k++) {
            double t = scratch[k];
            t2 += t * t * perVariance[k];
            explained += t * t;
        }
        double spe = Math.max(0, length - explained);
        return new Distance(t2 * t2Limit, spe, t2 + spe / speLimit);
    }

    /**
     * Returns the reconstruction-based contribution of each feature to phi.
     *
     * @param features as given to {@link #distance}
     * @param components as it left them in the scratch
     */
    double[] contributions(double[] features, double[] components) {
        double[] contributions = gradient(features, components);
        for (int i = 0; i < size; i++) {
            contributions[i] = contributions[i] * contributions[i] / leverage[i];
        }
        return contributions;
    }

    /** Returns Phi x, half the slope of phi, of what {@link #distance} was given and left in the scratch. */
    double[] gradient(double[] features, double[] components) {
        double[] gradient = new double[size];
        for (int i = 0; i < size; i++) {
            gradient[i] = (features[i] - mean[i]) / speLimit;
        }
        for (int k = 0; k < kept; k++) {
            double factor = components[k] * (perVariance[k] - 1 / speLimit);
            for (int i = 0; i < size; i++) {
                gradient[i] += factor * loadings[k * size + i];
            }
        }
        return gradient;
    }

    /** Returns the entry of Phi for two features. */
    double phi(int i, int j) {
        double entry = i == j ? 1 / speLimit : 0;
        for (int k = 0; k < kept; k++) {
            entry += loadings[k * size + i] * loadings[k * size + j] * (perVariance[k] - 1 / speLimit);
        }
        return entry;
    }

    /** Puts all numbers that make the components under their names. */
    void keep(Map<String, Tensor> tensors) {
        tensors.put("mean", Tensor.of(mean, size));
        tensors.put("loadings", Tensor.of(loadings, kept, size));
        tensors.put("variances", Tensor.of(variances, kept));
        tensors.put("distances", Tensor.of(new double[] {t2Limit, speLimit, normal.g(), normal.h()}, 4));
    }

    /** @throws IllegalArgumentException if the tensors are not those of components of so many features */
    static PrincipalComponents restore(int size, NamedTensors tensors) {
        int kept = tensors.dimension("variances", 0);
        double[] distances = tensors.doubles("distances", 4);
        return new PrincipalComponents(
                tensors.doubles("mean", size),
                tensors.doubles("loadings", kept, size),
                tensors.doubles("variances", kept),
                distances[0],
                distances[1],
                new Box(distances[2], distances[3]));
    }

    int size() {
        return size;
    }

    int kept() {
        return kept;
    }

    double[] mean() {
        return mean.clone();
    }

    double[] loadings() {
        return loadings.clone();
    }

    double[] variances() {
        return variances.clone();
    }

    double t2Limit() {
        return t2Limit;
    }

    double speLimit() {
        return speLimit;
    }

    /** Returns the theoretical limit of the root of phi, which that share of normal windows stays below. */
    double limit(double probability) {
        return Math.sqrt(normal.quantile(probability));
    }
}
