package org.industrialmind.foundations.embedding;

import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.algebra.SymmetricEigen;
import org.industrialmind.foundations.algebra.Vectors;

/**
 * Classical multidimensional scaling: places from a table of distances, as towns from a table of miles.
 *
 * <p>Squared distances, less the means of their rows and columns plus the mean of all, times -1/2, are the inner products of
 * places around their centre; the eigenvectors of these, times the roots of their values, are coordinates. Euclidean
 * distances of places in so many dimensions come back exactly; of rows it is the same map as principal components. The
 * loss is the share of the (absolute) eigenvalues that is left out.
 *
 * <p>Complexity: O(n^3), memory O(n^2).
 *
 * @see "Torgerson 1952, Multidimensional scaling: I. Theory and method, Psychometrika 17"
 */
public record ClassicalScaling(int dimensions) implements Embedder {
    public ClassicalScaling {
        Checks.atLeast("dimensions", dimensions, 1);
    }

    /** Maps rows by their Euclidean distances; the seed changes nothing. */
    @Override
    public Embedding fit(Matrix rows, long seed) {
        int n = rows.requireFinite().rows();
        int d = rows.columns();
        double[] x = rows.toArray();
        double[] distances = new double[Math.multiplyExact(n, n)];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                distances[i * n + j] = Math.sqrt(Vectors.squaredDistance(d, x, i * d, x, j * d));
                distances[j * n + i] = distances[i * n + j];
            }
        }
        return ofDistances(Matrix.of(n, n, distances));
    }

    /** @throws IllegalArgumentException if the distances are not symmetric and finite, or fewer than the dimensions */
    public Embedding ofDistances(Matrix distances) {
        int n = distances.rows();
        if (n != distances.columns() || n < dimensions) {
            throw new IllegalArgumentException(
                    "distances are " + distances + ": expected a square of at least " + dimensions + " rows");
        }
        double[] products = distances.requireFinite().toArray();
        for (int i = 0; i < products.length; i++) {
            products[i] *= -0.5 * products[i];
        }
        double[] means = Matrix.of(n, n, products).columnMeans();
        double all = 0;
        for (double mean : means) {
            all += mean / n;
        }
        for (int i = 0; i < products.length; i++) {
            products[i] += all - means[i / n] - means[i % n];
        }
        return placed(SymmetricEigen.of(Matrix.of(n, n, products)), n);
    }

    private Embedding placed(SymmetricEigen eigen, int n) {
        double[] values = eigen.values();
        double[] places = new double[n * dimensions];
        double total = 0;
        double kept = 0;
        for (int k = 0; k < n; k++) {
            total += Math.abs(values[k]);
            if (k < dimensions && values[k] > 0) { // distances that are not Euclidean have negative values too
                kept += values[k];
                for (int r = 0; r < n; r++) {
                    places[r * dimensions + k] =
                            Math.sqrt(values[k]) * eigen.vectors().get(r, k);
                }
            }
        }
        return new Embedding(Matrix.of(n, dimensions, places), total > 0 ? Math.max(0, 1 - kept / total) : 0);
    }
}
