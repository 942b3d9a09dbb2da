package org.industrialmind.learning.tabular.table;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Puts one column on top of another of the same kind. */
final class Joined {
    private Joined() {}

    static Column of(Column upper, Column lower) {
        return switch (upper) {
            case NumericColumn numbers -> {
                double[] values = Arrays.copyOf(numbers.toArray(), upper.size() + lower.size());
                System.arraycopy(((NumericColumn) lower).toArray(), 0, values, upper.size(), lower.size());
                yield NumericColumn.of(upper.name(), values);
            }
            case CategoricalColumn names -> categories(names, (CategoricalColumn) lower);
            case TextColumn _ -> TextColumn.of(upper.name(), texts(upper, lower));
            case TimeColumn times -> {
                long[] nanos = new long[upper.size() + lower.size()];
                Arrays.setAll(
                        nanos, r -> r < upper.size() ? times.nanos(r) : ((TimeColumn) lower).nanos(r - upper.size()));
                yield TimeColumn.ofNanos(upper.name(), nanos);
            }
        };
    }

    private static CategoricalColumn categories(CategoricalColumn upper, CategoricalColumn lower) {
        Set<String> both = new LinkedHashSet<>(upper.levels());
        both.addAll(lower.levels());
        List<String> levels = List.copyOf(both);
        int[] codes = Arrays.copyOf(upper.codes(), upper.size() + lower.size());
        System.arraycopy(lower.withLevels(levels).codes(), 0, codes, upper.size(), lower.size());
        return CategoricalColumn.ofCodes(upper.name(), codes, levels);
    }

    private static String[] texts(Column upper, Column lower) {
        return Stream.of(upper, lower)
                .flatMap(column ->
                        Stream.iterate(0, r -> r < column.size(), r -> r + 1).map(column::text))
                .toArray(String[]::new);
    }
}
