package org.industrialmind.learning.tabular.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.learning.tabular.table.CategoricalColumn;
import org.industrialmind.learning.tabular.table.Column;
import org.industrialmind.learning.tabular.table.NumericColumn;
import org.industrialmind.learning.tabular.table.Table;

/**
 * Which value of a row stands where, once a table has become a matrix: a number as it is, a category as the position of its
 * level, NaN where either is missing or the level was not seen in training.
 */
public record FeatureLayout(List<Feature> features) {
    public FeatureLayout {
        features = List.copyOf(features);
    }

    /**
     * Returns the layout of a table whose columns are all numeric or categorical. Only levels that occur get a code.
     *
     * @throws IllegalArgumentException if a column is text or time; the message says what would turn it into numbers
     */
    static FeatureLayout of(Table table) {
        List<Feature> features = new ArrayList<>();
        for (Column column : table.columns()) {
            features.add(
                    switch (column.kind()) {
                        case NUMERIC -> new Feature(column.name(), List.of());
                        case CATEGORICAL -> category(table.categorical(column.name()));
                        case TEXT -> throw notANumber(column, "TfIdf, TokenHash or DropColumns");
                        case TIME -> throw notANumber(column, "DateParts or DropColumns");
                    });
        }
        return new FeatureLayout(features);
    }

    private static Feature category(CategoricalColumn column) {
        List<String> seen = column.seenLevels();
        if (seen.isEmpty()) {
            throw new IllegalArgumentException("column '" + column.name()
                    + "' is categorical but has no value in any row learned from: drop it or fill its gaps");
        }
        return new Feature(column.name(), seen);
    }

    private static IllegalArgumentException notANumber(Column column, String remedy) {
        return new IllegalArgumentException("column '" + column.name() + "' is "
                + column.kind().word() + " and no method learns from that: add a step such as " + remedy);
    }

    public List<String> names() {
        return features.stream().map(Feature::name).toList();
    }

    /** Returns the positions of the categorical columns, ascending. */
    public Set<Integer> categorical() {
        Set<Integer> positions = new TreeSet<>();
        IntStream.range(0, features.size())
                .filter(c -> features.get(c).isCategorical())
                .forEach(positions::add);
        return positions;
    }

    /** Returns the positions of the categorical columns, ascending. */
    public int[] categoricalPositions() {
        return categorical().stream().mapToInt(Integer::intValue).toArray();
    }

    /** Returns the rows of a table as numbers. Shape: [row, feature]. */
    Matrix encode(Table table) {
        if (table.rows() == 0) {
            throw new IllegalArgumentException("a table of no rows: expected at least one");
        }
        int width = features.size();
        double[] values = new double[Math.multiplyExact(table.rows(), width)];
        for (int c = 0; c < width; c++) {
            Feature feature = features.get(c);
            if (feature.isCategorical()) {
                CategoricalColumn column = table.categorical(feature.name()).withLevels(feature.levels());
                for (int r = 0; r < table.rows(); r++) {
                    values[r * width + c] = column.isMissing(r) ? Double.NaN : column.code(r);
                }
            } else {
                NumericColumn column = table.numeric(feature.name());
                for (int r = 0; r < table.rows(); r++) {
                    values[r * width + c] = column.value(r);
                }
            }
        }
        return Matrix.of(table.rows(), width, values);
    }
}
