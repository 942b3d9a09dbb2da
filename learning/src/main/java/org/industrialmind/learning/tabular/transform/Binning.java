package org.industrialmind.learning.tabular.transform;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.function.DoubleFunction;
import org.industrialmind.foundations.statistics.Quantiles;
import org.industrialmind.learning.tabular.table.CategoricalColumn;
import org.industrialmind.learning.tabular.table.Column;
import org.industrialmind.learning.tabular.table.NumericColumn;
import org.industrialmind.learning.tabular.table.Table;

/**
 * Turns numbers into categories by cutting their range: {@code age} gets the levels "below 18", "18 to 60" and "60 and
 * above". A cut belongs to the bin above it. A missing number stays missing; a number outside the training range falls into
 * the first or last bin.
 *
 * @param cuts where the range is cut
 * @param bins into how many parts, fewer where cuts fall together
 */
public record Binning(Cuts cuts, int bins) implements Transform {
    /** Where a range is cut. */
    public enum Cuts {
        /** Into parts of equal width. */
        WIDTH,
        /** Into parts of equally many training rows. */
        QUANTILE
    }

    public Binning {
        if (bins < 2) {
            throw new IllegalArgumentException(bins + " bins: expected at least 2");
        }
    }

    @Override
    public FittedTransform fit(Table table, Target target) {
        return ColumnWise.fit(table, NumericColumn.class, column -> Bins.at(edges(column)));
    }

    private double[] edges(NumericColumn column) {
        double[] ascending = Learned.present(column);
        Arrays.sort(ascending);
        double least = ascending[0];
        double most = ascending[ascending.length - 1];
        double[] edges = new double[bins - 1];
        Arrays.setAll(edges, i -> {
            double share = (i + 1.0) / bins;
            return switch (cuts) {
                case WIDTH -> least + share * (most - least);
                case QUANTILE -> Quantiles.ofSorted(ascending, share);
            };
        });
        return Arrays.stream(edges)
                .filter(edge -> edge > least && edge <= most)
                .distinct()
                .toArray();
    }

    private record Bins(List<Double> edges, List<String> levels) implements ColumnChange<NumericColumn> {
        static Bins at(double[] edges) {
            List<String> levels = names(edges, Bins::rounded);
            if (new HashSet<>(levels).size() < levels.size()) { // edges so close that six digits do not tell them apart
                levels = names(edges, NumericColumn::plain);
            }
            return new Bins(Arrays.stream(edges).boxed().toList(), levels);
        }

        private static String rounded(double edge) {
            return new BigDecimal(edge)
                    .round(new MathContext(6))
                    .stripTrailingZeros()
                    .toPlainString();
        }

        private static List<String> names(double[] edges, DoubleFunction<String> digits) {
            if (edges.length == 0) {
                return List.of("all");
            }
            List<String> names = new ArrayList<>();
            names.add("below " + digits.apply(edges[0]));
            for (int i = 1; i < edges.length; i++) {
                names.add(digits.apply(edges[i - 1]) + " to " + digits.apply(edges[i]));
            }
            names.add(digits.apply(edges[edges.length - 1]) + " and above");
            return List.copyOf(names);
        }

        @Override
        public List<Column> apply(NumericColumn column) {
            int[] codes = new int[column.size()];
            for (int r = 0; r < codes.length; r++) {
                codes[r] = column.isMissing(r) ? CategoricalColumn.MISSING : bin(column.value(r));
            }
            return List.of(CategoricalColumn.ofCodes(column.name(), codes, levels));
        }

        private int bin(double value) {
            int bin = 0;
            while (bin < edges.size() && value >= edges.get(bin)) {
                bin++;
            }
            return bin;
        }
    }
}
