package org.industrialmind.learning.tabular.transform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.industrialmind.learning.tabular.table.Column;
import org.industrialmind.learning.tabular.table.NumericColumn;
import org.industrialmind.learning.tabular.table.Table;

/**
 * Fills gaps by what the other columns say: each column with gaps in turn is regressed on all others (ridge), round after
 * round, until the filled values settle; chained equations [1] without their random draws.
 *
 * <p>Gaps start as the mean of their column; the column with the fewest gaps goes first. The equations of all rounds are
 * kept and run in the same order over rows to come. A column that had no gap in training has no equation: its gaps get the
 * mean. The ridge counts in the unit of the columns, so scale before.
 *
 * <p>Complexity: O(rounds c (rows d^2 + d^3)) for c columns with gaps among d.
 *
 * <ol>
 *   <li>van Buuren and Groothuis-Oudshoorn 2011, mice: Multivariate Imputation by Chained Equations in R, J. Stat. Soft.
 *       45(3).
 * </ol>
 *
 * @param rounds most rounds over all columns
 * @param ridge the penalty on squared coefficients, the mean left free
 * @param tolerance the rounds end when no row moves by more than this share of the largest value
 */
public record IterativeImputer(int rounds, double ridge, double tolerance) implements Transform {
    public IterativeImputer {
        if (rounds < 1 || !(ridge > 0) || !(tolerance >= 0)) {
            throw new IllegalArgumentException("rounds " + rounds + ", ridge " + ridge + ", tolerance " + tolerance
                    + ": expected at least one round, a positive ridge and a tolerance of 0 or more");
        }
    }

    /** Returns at most 10 rounds with a ridge of 1e-3, until a thousandth. */
    public static IterativeImputer defaults() {
        return new IterativeImputer(10, 1e-3, 1e-3);
    }

    @Override
    public FittedTransform fit(Table table, Target target) {
        List<NumericColumn> columns = Numbers.columns(table);
        List<String> names = columns.stream().map(Column::name).toList();
        List<Double> means = columns.stream().map(Learned::mean).toList();
        double[][] rows = Numbers.rows(columns);
        boolean[][] gaps = Equations.fill(rows, means);
        int[] order = IntStream.range(0, columns.size())
                .filter(c -> columns.get(c).missing() > 0)
                .boxed()
                .sorted(Comparator.comparingInt(c -> columns.get(c).missing()))
                .mapToInt(Integer::intValue)
                .toArray();
        double settled = tolerance * largest(rows, gaps);
        List<Equation> equations = new ArrayList<>();
        for (int round = 0; round < rounds && columns.size() > 1; round++) {
            double[] moved = new double[rows.length];
            for (int column : order) {
                Equation equation = Equation.fit(rows, gaps, column, ridge);
                equation.run(rows, gaps, moved);
                equations.add(equation);
            }
            if (IntStream.range(0, moved.length)
                            .mapToDouble(r -> moved[r])
                            .max()
                            .orElse(0)
                    < settled) {
                break;
            }
        }
        return new Equations(names, means, equations);
    }

    private static double largest(double[][] rows, boolean[][] gaps) {
        double largest = 0;
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < rows[r].length; c++) {
                largest = gaps[r][c] ? largest : Math.max(largest, Math.abs(rows[r][c]));
            }
        }
        return largest;
    }

    /** One column out of the others: intercept + sum of coefficient times value; the column's own coefficient is 0. */
    private record Equation(int column, double intercept, List<Double> coefficients) {
        static Equation fit(double[][] rows, boolean[][] gaps, int column, double ridge) {
            int[] present = IntStream.range(0, rows.length)
                    .filter(r -> !gaps[r][column])
                    .toArray();
            int[] others =
                    IntStream.range(0, rows[0].length).filter(c -> c != column).toArray();
            double[] means = new double[rows[0].length];
            for (int r : present) {
                for (int c = 0; c < means.length; c++) {
                    means[c] += rows[r][c] / present.length;
                }
            }
            double[][] products = new double[others.length][others.length];
            double[] right = new double[others.length];
            for (int r : present) {
                for (int i = 0; i < others.length; i++) {
                    double away = rows[r][others[i]] - means[others[i]];
                    right[i] += away * (rows[r][column] - means[column]);
                    for (int j = 0; j <= i; j++) {
                        products[i][j] += away * (rows[r][others[j]] - means[others[j]]);
                    }
                }
            }
            for (int i = 0; i < others.length; i++) {
                products[i][i] += ridge;
            }
            double[] solved = Positive.solve(products, right);
            Double[] coefficients = new Double[means.length];
            coefficients[column] = 0.0;
            double intercept = means[column];
            for (int i = 0; i < others.length; i++) {
                coefficients[others[i]] = solved[i];
                intercept -= solved[i] * means[others[i]];
            }
            return new Equation(column, intercept, List.of(coefficients));
        }

        /** Fills the gaps of the column and adds to each row how far it moved. */
        void run(double[][] rows, boolean[][] gaps, double[] moved) {
            for (int r = 0; r < rows.length; r++) {
                if (gaps[r][column]) {
                    double value = intercept;
                    for (int c = 0; c < rows[r].length; c++) {
                        value += coefficients.get(c) * rows[r][c];
                    }
                    // the own coefficient is 0, so the old value of the gap played no part
                    moved[r] += Math.abs(value - rows[r][column]);
                    rows[r][column] = value;
                }
            }
        }
    }

    private record Equations(List<String> names, List<Double> means, List<Equation> equations)
            implements FittedTransform {
        @Override
        public Table apply(Table table) {
            double[][] rows = Numbers.rows(names.stream().map(table::numeric).toList());
            boolean[][] gaps = fill(rows, means);
            double[] moved = new double[rows.length];
            equations.forEach(equation -> equation.run(rows, gaps, moved));
            return Numbers.replaced(table, names, rows);
        }

        /** Puts the means into the gaps and says where they were. */
        static boolean[][] fill(double[][] rows, List<Double> means) {
            boolean[][] gaps = new boolean[rows.length][means.size()];
            for (int r = 0; r < rows.length; r++) {
                for (int c = 0; c < rows[r].length; c++) {
                    gaps[r][c] = Double.isNaN(rows[r][c]);
                    rows[r][c] = gaps[r][c] ? means.get(c) : rows[r][c];
                }
            }
            return gaps;
        }
    }
}
