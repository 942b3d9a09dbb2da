package org.industrialmind.recipes.clusters;

import java.util.List;
import java.util.stream.IntStream;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.learning.plot.Chart;
import org.industrialmind.learning.plot.Series;
import org.industrialmind.learning.tabular.table.CategoricalColumn;
import org.industrialmind.learning.tabular.table.Table;
import org.industrialmind.learning.tabular.transform.NoTarget;
import org.industrialmind.learning.tabular.transform.StandardScaler;

/**
 * Measured things, and of which kind each truly is. No method sees the kinds: they judge and colour.
 *
 * @param rows mean 0 and variance 1 in each column. Shape: [row, column]
 * @param kinds an index into the names for each row
 */
record Specimens(String name, Matrix rows, int[] kinds, List<String> names) {

    /** Takes the kinds from a categorical column and scales all others. */
    static Specimens of(String name, Table table, String kindColumn) {
        Table scaled = new StandardScaler()
                .fit(table.without(kindColumn), new NoTarget(table.rows()))
                .apply(table.without(kindColumn));
        Matrix columns = Matrix.ofRows(scaled.names().stream()
                .map(column -> scaled.numeric(column).toArray())
                .toArray(double[][]::new));
        CategoricalColumn kind = table.categorical(kindColumn);
        return new Specimens(name, columns.transposed().requireFinite(), kind.codes(), kind.levels());
    }

    int size() {
        return kinds.length;
    }

    /** Draws rows of two coordinates, each kind in a colour of its own. */
    Chart coloured(Chart axes, Matrix places) {
        Chart chart = axes;
        for (int kind = 0; kind < names.size(); kind++) {
            int wanted = kind;
            int[] of =
                    IntStream.range(0, size()).filter(r -> kinds[r] == wanted).toArray();
            if (of.length > 0) {
                chart = chart.dots(
                        names.get(kind),
                        Series.of(
                                IntStream.of(of)
                                        .mapToDouble(r -> places.get(r, 0))
                                        .toArray(),
                                IntStream.of(of)
                                        .mapToDouble(r -> places.get(r, 1))
                                        .toArray()));
            }
        }
        return chart;
    }
}
