package org.industrialmind.learning.surroundings;

import org.industrialmind.foundations.algebra.CholeskyDecomposition;
import org.industrialmind.foundations.algebra.Matrix;

/**
 * What windows of one machine in one regime say of the slopes of a channel: weighted sums and sums of products of rows that
 * hold the influences and, last, the channel's level.
 */
final class Evidence {
    private final int columns; // influences
    private final double[] sums; // [column + 1]
    private final double[] products; // [column + 1, column + 1]
    private double weight;

    Evidence(int columns) {
        this.columns = columns;
        this.sums = new double[columns + 1];
        this.products = new double[(columns + 1) * (columns + 1)];
    }

    void add(double[] row, double by) {
        weight += by;
        for (int i = 0; i <= columns; i++) {
            sums[i] += by * row[i];
            for (int k = 0; k <= columns; k++) {
                products[i * (columns + 1) + k] += by * row[i] * row[k];
            }
        }
    }

    void add(Evidence other) {
        weight += other.weight;
        for (int i = 0; i < sums.length; i++) {
            sums[i] += other.sums[i];
        }
        for (int i = 0; i < products.length; i++) {
            products[i] += other.products[i];
        }
    }

    /** Returns how many windows it is of. */
    double weight() {
        return weight;
    }

    /** Returns the mean of an influence, or of the level; 0 where nothing was seen. */
    double mean(int column) {
        return weight > 0 ? sums[column] / weight : 0;
    }

    /** Returns the same about the means. */
    Evidence centred() {
        Evidence centred = new Evidence(columns);
        centred.weight = weight;
        for (int i = 0; i <= columns; i++) {
            for (int k = 0; k <= columns; k++) {
                int at = i * (columns + 1) + k;
                centred.products[at] = products[at] - sums[i] * mean(k);
            }
        }
        return centred;
    }

    /**
     * Returns what is known after this centred evidence, if the slopes are like those of the level above.
     *
     * <p>With P the squares plus the likeness on the diagonal: the slopes are P^-1 (products + likeness * above), and their
     * covariance is P^-1, and what the level above leaves open, P^-1 likeness V likeness P^-1.
     *
     * @param likeness by influence, how many windows it counts for that slopes are alike
     */
    Known after(double[] likeness, Known above) {
        double[] left = new double[columns * columns];
        double[] right = new double[columns];
        for (int i = 0; i < columns; i++) {
            for (int k = 0; k < columns; k++) {
                left[i * columns + k] = products[i * (columns + 1) + k];
            }
            left[i * columns + i] += likeness[i];
            right[i] = products[i * (columns + 1) + columns] + likeness[i] * above.slope(i);
        }
        CholeskyDecomposition p = CholeskyDecomposition.of(Matrix.of(columns, columns, left));
        Matrix inverse = p.inverse();
        Matrix passed = inverse.times(Matrix.diagonal(likeness));
        return new Known(p.solve(right), inverse.plus(above.passed(passed)));
    }
}
