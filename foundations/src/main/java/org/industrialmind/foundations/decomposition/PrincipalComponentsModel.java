package org.industrialmind.foundations.decomposition;

import org.industrialmind.foundations.algebra.Matrix;

/** Directions of greatest variance, and the way there and back. */
public final class PrincipalComponentsModel {
    private final double[] mean;
    private final Matrix axes;
    private final double[] variances;
    private final double total;
    private final boolean whiten;

    PrincipalComponentsModel(double[] mean, Matrix axes, double[] variances, double total, boolean whiten) {
        this.mean = mean;
        this.axes = axes;
        this.variances = variances;
        this.total = total;
        this.whiten = whiten;
    }

    /** Returns the mean of each column; a copy. */
    public double[] mean() {
        return mean.clone();
    }

    /** Returns the components, each of length 1, its largest value positive. Shape: [component, column]. */
    public Matrix axes() {
        return axes;
    }

    /** Returns the variance along each component, with the divisor rows - 1; a copy. */
    public double[] variances() {
        return variances.clone();
    }

    /** Returns the share of all variance that each component explains; zeros where rows do not differ. */
    public double[] explained() {
        double[] explained = new double[variances.length];
        for (int k = 0; k < explained.length; k++) {
            explained[k] = total > 0 ? variances[k] / total : 0;
        }
        return explained;
    }

    /**
     * Returns the coordinates of rows along the components. Shape: [row, column] -> [row, component].
     *
     * @throws IllegalArgumentException if the rows have another number of values
     */
    public Matrix transform(Matrix rows) {
        Shapes.requireColumns(rows, mean.length);
        return stretched(Shapes.moved(rows, mean, -1).timesTransposed(axes), -1);
    }

    /** Returns the rows nearest to these coordinates. Shape: [row, component] -> [row, column]. */
    public Matrix inverse(Matrix coordinates) {
        Shapes.requireColumns(coordinates, axes.rows());
        return Shapes.moved(stretched(coordinates, 1).times(axes), mean, 1);
    }

    /** Multiplies whitened coordinates by their deviations (1) or divides them (-1); no deviation leaves them alone. */
    private Matrix stretched(Matrix coordinates, int power) {
        if (!whiten) {
            return coordinates;
        }
        double[] values = coordinates.toArray();
        for (int i = 0; i < values.length; i++) {
            double variance = variances[i % variances.length];
            boolean varies =
                    variance > 1e-26 * total; // below the rounding of a decomposition there is nothing to stretch
            values[i] *= varies ? Math.pow(variance, 0.5 * power) : 1;
        }
        return Matrix.of(coordinates.rows(), coordinates.columns(), values);
    }
}
