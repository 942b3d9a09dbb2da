package org.industrialmind.foundations.decomposition;

import java.util.Arrays;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.algebra.RandomisedSingularValues;
import org.industrialmind.foundations.algebra.SingularValues;

/**
 * The table of low rank that comes nearest to a table: its singular value decomposition, cut off.
 *
 * <p>Kept are the k largest singular values with their vectors. No table of rank k is nearer in the sum of squares, and
 * what is missing is exactly the sum of the squares left out. Unlike in {@link PrincipalComponents} no mean is taken off,
 * so zeros stay zeros: pictures, counts of words, ratings.
 *
 * <p>Exactly it costs O(m n min(m, n)); by random directions O(m n k), a percent or so worse where singular values fall
 * slowly.
 *
 * <ol>
 *   <li>Eckart and Young 1936, The approximation of one matrix by another of lower rank, Psychometrika 1(3).
 *   <li>Halko, Martinsson and Tropp 2011, Finding structure with randomness, SIAM Review 53(2).
 * </ol>
 *
 * @param rank how many singular values to keep
 * @param exact whether all are computed first, or only those wanted, by random directions
 */
public record LowRank(int rank, boolean exact) {
    public LowRank {
        Shapes.atLeast("rank", rank, 1);
    }

    public static LowRank exactly(int rank) {
        return new LowRank(rank, true);
    }

    public static LowRank randomised(int rank) {
        return new LowRank(rank, false);
    }

    /** @throws IllegalArgumentException if a value is missing, or the rank is above the number of rows or columns */
    public LowRankModel fit(Matrix table, long seed) {
        int most = Math.min(table.rows(), table.columns());
        Shapes.requireComponents(rank, table, most);
        SingularValues parts = exact
                ? SingularValues.of(table)
                : RandomisedSingularValues.of(
                        table, rank, new RandomisedSingularValues.Settings(10, 4), seed); // two more powers than usual
        double[] s = Arrays.copyOf(parts.s(), rank);
        double[] ones = new double[rank];
        Arrays.fill(ones, 1);
        return new LowRankModel(
                Shapes.firstAsRows(parts.u(), rank, s).transposed(),
                s,
                Shapes.firstAsRows(parts.v(), rank, ones),
                Math.pow(table.norm(), 2));
    }
}
