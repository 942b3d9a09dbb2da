package org.industrialmind.foundations.decomposition;

import java.util.Arrays;
import org.industrialmind.foundations.algebra.Matrix;

/** Curved directions, and where rows lie along them. */
public final class KernelComponentsModel {
    private final KernelPrincipalComponents settings;
    private final Matrix rows;
    private final double[] means;
    private final double all;
    private final double[] values;
    private final Matrix scaled; // eigenvectors over the roots of their values, as rows

    KernelComponentsModel(
            KernelPrincipalComponents settings,
            Matrix rows,
            double[] means,
            double all,
            double[] eigenvalues,
            Matrix vectors) {
        this.settings = settings;
        this.rows = rows;
        this.means = means;
        this.all = all;
        values = Arrays.copyOf(eigenvalues, settings.components());
        double least = eigenvalues.length * Math.ulp(1.0) * Math.max(0, eigenvalues[0]);
        double[] factors = Arrays.stream(values)
                .map(value -> value > least ? 1 / Math.sqrt(value) : 0) // no variance: the coordinate is 0
                .toArray();
        scaled = Shapes.firstAsRows(vectors, values.length, factors);
    }

    /** Returns the eigenvalue of each component: the sum of squared coordinates of the rows learned from. */
    public double[] values() {
        return values.clone();
    }

    /**
     * Returns the coordinates of rows. Shape: [row, column] -> [row, component].
     *
     * @throws IllegalArgumentException if the rows have another number of values, or lack one
     */
    public Matrix transform(Matrix others) {
        Shapes.requireColumns(others.requireFinite(), rows.columns());
        Matrix kernels = settings.between(others, rows, rows);
        return KernelPrincipalComponents.centred(kernels, means, all).timesTransposed(scaled);
    }
}
