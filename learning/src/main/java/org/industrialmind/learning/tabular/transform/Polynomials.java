package org.industrialmind.learning.tabular.transform;

import java.util.ArrayList;
import java.util.List;
import org.industrialmind.learning.tabular.table.Column;
import org.industrialmind.learning.tabular.table.NumericColumn;
import org.industrialmind.learning.tabular.table.Table;

/**
 * Adds the products of the numeric columns up to a degree: {@code age^2}, {@code age*fare}. A product with a missing factor
 * is missing, and so is one too large for a double.
 *
 * @param degree most factors of a product
 * @param interactionsOnly whether a column comes at most once in a product
 */
public record Polynomials(int degree, boolean interactionsOnly) implements Transform {
    private static final int MOST = 10_000;

    public Polynomials {
        if (degree < 2) {
            throw new IllegalArgumentException("products of degree " + degree + ": expected at least 2");
        }
    }

    @Override
    public FittedTransform fit(Table table, Target target) {
        List<String> names = Numbers.columns(table).stream().map(Column::name).toList();
        List<List<String>> products = new ArrayList<>();
        List<List<Integer>> shorter = new ArrayList<>();
        shorter.add(List.of());
        for (int factors = 1; factors <= degree; factors++) {
            shorter = longer(shorter, names.size());
            if (factors > 1) {
                shorter.forEach(
                        product -> products.add(product.stream().map(names::get).toList()));
            }
            if (products.size() > MOST) {
                throw new IllegalArgumentException("more than " + MOST + " products of " + names.size()
                        + " columns: expected fewer; choose columns or a lower degree");
            }
        }
        return new Products(List.copyOf(products));
    }

    /** Returns each product with each further factor that keeps the factors in order. */
    private List<List<Integer>> longer(List<List<Integer>> products, int columns) {
        List<List<Integer>> longer = new ArrayList<>();
        for (List<Integer> product : products) {
            int from = product.isEmpty() ? 0 : product.getLast() + (interactionsOnly ? 1 : 0);
            for (int c = from; c < columns; c++) {
                List<Integer> more = new ArrayList<>(product);
                more.add(c);
                longer.add(more);
            }
        }
        return longer;
    }

    private record Products(List<List<String>> products) implements FittedTransform {
        @Override
        public Table apply(Table table) {
            List<Column> columns = new ArrayList<>(table.columns());
            for (List<String> product : products) {
                columns.add(column(table, product));
            }
            return Table.of(columns);
        }

        private static NumericColumn column(Table table, List<String> product) {
            double[] values = table.numeric(product.getFirst()).toArray();
            for (String factor : product.subList(1, product.size())) {
                NumericColumn column = table.numeric(factor);
                for (int r = 0; r < values.length; r++) {
                    values[r] *= column.value(r);
                    values[r] = Double.isInfinite(values[r]) ? Double.NaN : values[r];
                }
            }
            return NumericColumn.of(name(product), values);
        }

        private static String name(List<String> product) {
            StringBuilder name = new StringBuilder();
            for (int i = 0; i < product.size(); ) {
                int run = i;
                while (run < product.size() && product.get(run).equals(product.get(i))) {
                    run++;
                }
                name.append(name.isEmpty() ? "" : "*").append(product.get(i));
                if (run - i > 1) {
                    name.append('^').append(run - i);
                }
                i = run;
            }
            return name.toString();
        }
    }
}
