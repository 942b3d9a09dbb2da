package org.industrialmind.foundations.decomposition;

import java.util.Arrays;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.algebra.SingularValues;

/**
 * Principal components: the few directions along which rows differ most.
 *
 * <p>The first component is the direction in which the rows, moved to mean 0, have the greatest variance; each next one has
 * the greatest variance at right angles to those before. They are the right singular vectors of the table, which is
 * decomposed itself: its covariance would lose half of the digits. A row is described by its coordinates along the
 * components and can be put together again from them; no other description by so few numbers, linear in the row, comes
 * nearer to the rows on average.
 *
 * <p>Whitened, coordinates are divided by their deviation, so that all have variance 1. Columns of larger scale decide:
 * scale them first, if their units differ. Complexity: O(m n min(m, n)) for [m, n].
 *
 * <ol>
 *   <li>Pearson 1901, On lines and planes of closest fit to systems of points in space, Philosophical Magazine 2(11).
 *   <li>Jolliffe 2002, Principal component analysis, 2nd ed.
 * </ol>
 *
 * @param components how many to keep, at most rows or columns, whichever are fewer
 * @param whiten whether coordinates have variance 1
 */
public record PrincipalComponents(int components, boolean whiten) {
    public PrincipalComponents {
        Shapes.atLeast("components", components, 1);
    }

    public static PrincipalComponents of(int components) {
        return new PrincipalComponents(components, false);
    }

    /** @throws IllegalArgumentException if a value is missing, there is only one row, or too many components are wanted */
    public PrincipalComponentsModel fit(Matrix rows) {
        Shapes.requireComponents(components, rows, Math.min(rows.rows(), rows.columns()));
        if (rows.rows() < 2) {
            throw new IllegalArgumentException("1 row has no variance: expected at least 2");
        }
        double[] mean = rows.columnMeans();
        SingularValues parts = SingularValues.of(Shapes.moved(rows, mean, -1));
        double[] variances =
                Arrays.stream(parts.s()).map(s -> s * s / (rows.rows() - 1)).toArray();
        double[] ones = new double[components];
        Arrays.fill(ones, 1);
        Matrix axes = Shapes.firstAsRows(parts.v(), components, ones);
        double total = Arrays.stream(variances).sum();
        return new PrincipalComponentsModel(mean, axes, Arrays.copyOf(variances, components), total, whiten);
    }
}
