package org.industrialmind.learning.tabular.transform;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.industrialmind.learning.tabular.table.Column;
import org.industrialmind.learning.tabular.table.NumericColumn;
import org.industrialmind.learning.tabular.table.Table;

/**
 * Fills a gap with the mean over the most similar training rows that have the value [1].
 *
 * <p>The distance of two rows is Euclidean over the numeric columns that both have, blown up by the share of columns that
 * they lack: d^2 = n / common * sum (a - b)^2. Columns should be of one scale, so scale before. Where no row shares a
 * column with this one, the mean of the column fills the gap.
 *
 * <p>Complexity: the training rows are kept; a row with gaps costs O(rows (columns + log rows)).
 *
 * <ol>
 *   <li>Troyanskaya et al. 2001, Missing value estimation methods for DNA microarrays, Bioinformatics 17(6).
 * </ol>
 *
 * @param neighbours how many rows fill a gap
 * @param byDistance whether a row counts by the inverse of its distance; otherwise all count the same
 */
public record KNearestImputer(int neighbours, boolean byDistance) implements Transform {
    public KNearestImputer {
        if (neighbours < 1) {
            throw new IllegalArgumentException("gaps filled from " + neighbours + " neighbours: expected at least 1");
        }
    }

    /** Returns the imputer with five neighbours that count the same. */
    public static KNearestImputer defaults() {
        return new KNearestImputer(5, false);
    }

    @Override
    public FittedTransform fit(Table table, Target target) {
        List<NumericColumn> donors = Numbers.columns(table);
        donors.forEach(Learned::present);
        return new Neighbours(donors, neighbours, byDistance);
    }

    private record Neighbours(List<NumericColumn> donors, int count, boolean byDistance) implements FittedTransform {
        @Override
        public Table apply(Table table) {
            double[][] known = Numbers.rows(donors);
            double[][] rows = Numbers.rows(
                    donors.stream().map(donor -> table.numeric(donor.name())).toList());
            double[][] filled =
                    Arrays.stream(rows).map(row -> filled(row, known)).toArray(double[][]::new);
            return Numbers.replaced(table, donors.stream().map(Column::name).toList(), filled);
        }

        private double[] filled(double[] row, double[][] known) {
            if (Arrays.stream(row).noneMatch(Double::isNaN)) {
                return row;
            }
            double[] distances = Arrays.stream(known)
                    .mapToDouble(other -> distance(row, other))
                    .toArray();
            int[] nearest = IntStream.range(0, known.length)
                    .filter(r -> !Double.isNaN(distances[r]))
                    .boxed()
                    .sorted(Comparator.comparingDouble(r -> distances[r]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            double[] filled = row.clone();
            for (int c = 0; c < row.length; c++) {
                int column = c;
                if (Double.isNaN(row[c])) {
                    int[] chosen = Arrays.stream(nearest)
                            .filter(r -> !Double.isNaN(known[r][column]))
                            .limit(count)
                            .toArray();
                    filled[c] = chosen.length == 0 ? Learned.mean(donors.get(c)) : mean(chosen, known, c, distances);
                }
            }
            return filled;
        }

        private static double distance(double[] row, double[] other) {
            double sum = 0;
            int common = 0;
            for (int c = 0; c < row.length; c++) {
                double away = row[c] - other[c];
                if (!Double.isNaN(away)) {
                    sum += away * away;
                    common++;
                }
            }
            return common == 0 ? Double.NaN : Math.sqrt((double) row.length / common * sum);
        }

        private double mean(int[] chosen, double[][] known, int column, double[] distances) {
            boolean twin = distances[chosen[0]] == 0; // where rows are the same, only they count
            double sum = 0;
            double weights = 0;
            for (int r : chosen) {
                double weight = !byDistance ? 1 : twin ? (distances[r] == 0 ? 1 : 0) : 1 / distances[r];
                sum += weight * known[r][column];
                weights += weight;
            }
            return sum / weights;
        }
    }
}
