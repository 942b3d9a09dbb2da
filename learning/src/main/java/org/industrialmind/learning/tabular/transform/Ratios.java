package org.industrialmind.learning.tabular.transform;

import java.util.ArrayList;
import java.util.List;
import org.industrialmind.learning.tabular.table.NumericColumn;
import org.industrialmind.learning.tabular.table.Table;

/** Adds quotients of numeric columns: {@code fare/family}. Missing where a part is missing or the divisor is 0. */
public record Ratios(List<Ratio> ratios) implements Transform {
    /** One column divided by another. */
    public record Ratio(String dividend, String divisor) {}

    public Ratios {
        ratios = List.copyOf(ratios);
    }

    public static Ratios of(String dividend, String divisor) {
        return new Ratios(List.of(new Ratio(dividend, divisor)));
    }

    /** Returns the transform with a further quotient. */
    public Ratios and(String dividend, String divisor) {
        List<Ratio> more = new ArrayList<>(ratios);
        more.add(new Ratio(dividend, divisor));
        return new Ratios(more);
    }

    @Override
    public FittedTransform fit(Table table, Target target) {
        Quotients quotients = new Quotients(ratios);
        quotients.apply(table); // says now what is missing
        return quotients;
    }

    private record Quotients(List<Ratio> ratios) implements FittedTransform {
        @Override
        public Table apply(Table table) {
            Table widened = table;
            for (Ratio ratio : ratios) {
                NumericColumn above = table.numeric(ratio.dividend());
                NumericColumn below = table.numeric(ratio.divisor());
                double[] values = new double[table.rows()];
                for (int r = 0; r < values.length; r++) {
                    double quotient = above.value(r) / below.value(r);
                    values[r] = Double.isFinite(quotient) ? quotient : Double.NaN;
                }
                widened = widened.with(NumericColumn.of(ratio.dividend() + "/" + ratio.divisor(), values));
            }
            return widened;
        }
    }
}
