package org.industrialmind.foundations.decomposition;

import java.util.function.DoubleBinaryOperator;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.algebra.SymmetricEigen;
import org.industrialmind.foundations.kernel.Kernel;

/**
 * Principal components in the space of a kernel: curved directions of greatest variance.
 *
 * <p>Components need only inner products of rows, and a kernel is the inner product of a richer space. So the matrix of
 * kernels between all rows takes the part of the table; it is centred there (less the means of its rows and columns, plus
 * the mean of all), and its eigenvectors are the coordinates. A new row is placed by its kernels to all rows.
 *
 * <p>Trade-off: unfolds rings and curves that no line separates, but the kernel has to be chosen, all rows must be kept, and
 * there is no way back. Complexity: O(n^3), memory O(n^2): for some thousand rows.
 *
 * @see "Schölkopf, Smola and Müller 1998, Nonlinear component analysis as a kernel eigenvalue problem, Neural Computation
 *     10(5)"
 */
public record KernelPrincipalComponents(int components, Kernel kernel) {
    public KernelPrincipalComponents {
        Shapes.atLeast("components", components, 1);
    }

    /** @throws IllegalArgumentException if a value is missing, or more components are wanted than there are rows */
    public KernelComponentsModel fit(Matrix rows) {
        Shapes.requireComponents(components, rows, rows.rows());
        Matrix kernels = between(rows, rows, rows);
        double[] means = kernels.columnMeans();
        double all = 0;
        for (double mean : means) {
            all += mean / means.length;
        }
        SymmetricEigen eigen = SymmetricEigen.of(centred(kernels, means, all));
        return new KernelComponentsModel(this, rows, means, all, eigen.values(), eigen.vectors());
    }

    /** Takes from each kernel the mean of its row and of its column, so that the rows have mean 0 in the kernel's space. */
    static Matrix centred(Matrix kernels, double[] means, double all) {
        double[] values = kernels.toArray();
        int n = means.length;
        for (int r = 0; r < kernels.rows(); r++) {
            double own = 0;
            for (int c = 0; c < n; c++) {
                own += values[r * n + c] / n;
            }
            for (int c = 0; c < n; c++) {
                values[r * n + c] += all - own - means[c];
            }
        }
        return Matrix.of(kernels.rows(), n, values);
    }

    /** Returns the kernel of each of some rows with each of those learned from. */
    Matrix between(Matrix rows, Matrix learned, Matrix scaleOf) {
        DoubleBinaryOperator likeness = likeness(scaleOf);
        double[] values = rows.timesTransposed(learned).toArray();
        double[] own = squares(rows);
        double[] others = squares(learned);
        for (int i = 0; i < values.length; i++) {
            double apart = Math.max(0, own[i / others.length] + others[i % others.length] - 2 * values[i]);
            values[i] = likeness.applyAsDouble(values[i], apart);
        }
        return Matrix.of(rows.rows(), learned.rows(), values);
    }

    private static double[] squares(Matrix rows) {
        double[] squares = new double[rows.rows()];
        for (int r = 0; r < squares.length; r++) {
            squares[r] = rows.dot(r, rows.row(r));
        }
        return squares;
    }

    /** Returns the kernel as a function of the inner product and the squared distance. */
    private DoubleBinaryOperator likeness(Matrix rows) {
        return switch (kernel) {
            case Kernel.Linear linear -> (dot, apart) -> dot;
            case Kernel.Rbf rbf -> {
                double gamma = gamma(rbf.gamma(), rows);
                yield (dot, apart) -> Math.exp(-gamma * apart);
            }
            case Kernel.Polynomial polynomial -> {
                double gamma = gamma(polynomial.gamma(), rows);
                yield (dot, apart) -> Math.pow(gamma * dot + polynomial.offset(), polynomial.degree());
            }
            case Kernel.Sigmoid sigmoid -> {
                double gamma = gamma(sigmoid.gamma(), rows);
                yield (dot, apart) -> Math.tanh(gamma * dot + sigmoid.offset());
            }
        };
    }

    private static double gamma(double given, Matrix rows) {
        if (given > 0) {
            return given;
        }
        double[] values = rows.toArray();
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double variance = 0;
        for (double value : values) {
            variance += (value - mean) * (value - mean) / values.length;
        }
        return variance > 0 ? 1 / (rows.columns() * variance) : 1;
    }
}
