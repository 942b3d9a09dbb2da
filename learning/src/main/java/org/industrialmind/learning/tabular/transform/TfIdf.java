package org.industrialmind.learning.tabular.transform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.industrialmind.learning.tabular.table.Column;
import org.industrialmind.learning.tabular.table.NumericColumn;
import org.industrialmind.learning.tabular.table.Table;
import org.industrialmind.learning.tabular.table.TextColumn;
import org.jspecify.annotations.Nullable;

/**
 * Turns a text into a column for each frequent word, {@code note:leak}: how often the word comes, times how rare it is among
 * the training rows, each row scaled to length 1 [1]. A text without a known word is zeros.
 *
 * <p>Rarity = ln((1 + rows) / (1 + rows with the word)) + 1.
 *
 * <ol>
 *   <li>Salton and Buckley 1988, Term-weighting approaches in automatic text retrieval, Information Processing and
 *       Management 24(5).
 * </ol>
 *
 * @param most most words of a column, the most frequent ones, ties by letters
 * @param least how many training rows a word must come in
 */
public record TfIdf(int most, int least) implements Transform {
    public TfIdf {
        if (most < 1 || least < 1) {
            throw new IllegalArgumentException(
                    "at most " + most + " words of " + least + " rows or more: expected at least 1 of each");
        }
    }

    /** Returns at most 100 words that come in at least two rows. */
    public static TfIdf defaults() {
        return new TfIdf(100, 2);
    }

    @Override
    public FittedTransform fit(Table table, Target target) {
        return ColumnWise.fit(table, TextColumn.class, this::learn);
    }

    private Words learn(TextColumn column) {
        Map<String, Integer> rows = new HashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        for (int r = 0; r < column.size(); r++) {
            List<String> tokens = Tokens.of(column.text(r));
            tokens.forEach(token -> counts.merge(token, 1, Integer::sum));
            new HashSet<>(tokens).forEach(token -> rows.merge(token, 1, Integer::sum));
        }
        Map<String, Double> rarity = new TreeMap<>();
        counts.entrySet().stream()
                .filter(entry -> rows.getOrDefault(entry.getKey(), 0) >= least)
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .forEach(entry -> rarity.put(
                        entry.getKey(),
                        Math.log((1.0 + column.size()) / (1 + rows.getOrDefault(entry.getKey(), 0))) + 1));
        if (rarity.isEmpty()) {
            throw new IllegalArgumentException("column '" + column.name() + "' has no word in " + least
                    + " rows or more: lower that, or drop the column");
        }
        return new Words(List.copyOf(rarity.keySet()), rarity.values().stream().toList());
    }

    private record Words(List<String> words, List<Double> rarity) implements ColumnChange<TextColumn> {
        @Override
        public List<Column> apply(TextColumn column) {
            Map<String, Integer> positions = new HashMap<>();
            words.forEach(word -> positions.put(word, positions.size()));
            double[][] values = new double[words.size()][column.size()];
            for (int r = 0; r < column.size(); r++) {
                for (String token : Tokens.of(column.text(r))) {
                    @Nullable Integer position = positions.get(token);
                    if (position != null) {
                        values[position][r] += rarity.get(position);
                    }
                }
                scale(values, r);
            }
            List<Column> columns = new ArrayList<>();
            for (int i = 0; i < values.length; i++) {
                columns.add(NumericColumn.of(column.name() + ":" + words.get(i), values[i]));
            }
            return columns;
        }

        private static void scale(double[][] values, int row) {
            double squares = 0;
            for (double[] word : values) {
                squares += word[row] * word[row];
            }
            for (double[] word : values) {
                word[row] = squares == 0 ? 0 : word[row] / Math.sqrt(squares);
            }
        }
    }
}
