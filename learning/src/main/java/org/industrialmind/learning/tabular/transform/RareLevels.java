package org.industrialmind.learning.tabular.transform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.industrialmind.learning.tabular.table.CategoricalColumn;
import org.industrialmind.learning.tabular.table.Column;
import org.industrialmind.learning.tabular.table.Table;

/**
 * Joins the levels that few training rows have into one, "(rare)". A level that was not seen in training is rare; where
 * training had no rare level, it goes missing.
 *
 * @param least how many rows a level must have to keep its name
 */
public record RareLevels(int least) implements Transform {
    public RareLevels {
        if (least < 1) {
            throw new IllegalArgumentException("levels of " + least + " rows or more: expected at least 1");
        }
    }

    @Override
    public FittedTransform fit(Table table, Target target) {
        return ColumnWise.fit(table, CategoricalColumn.class, column -> {
            int[] counts = column.counts();
            List<String> kept = new ArrayList<>();
            boolean rare = false;
            for (int code = 0; code < counts.length; code++) {
                if (counts[code] >= least) {
                    kept.add(column.levels().get(code));
                }
                rare |= counts[code] > 0 && counts[code] < least;
            }
            if (rare) {
                kept.remove(OneHot.RARE);
                kept.add(OneHot.RARE);
            }
            return new Kept(List.copyOf(kept));
        });
    }

    private record Kept(List<String> levels) implements ColumnChange<CategoricalColumn> {
        @Override
        public List<Column> apply(CategoricalColumn column) {
            int rare = levels.indexOf(OneHot.RARE); // also MISSING where there is none
            int[] translation = column.levels().stream()
                    .mapToInt(level -> levels.contains(level) ? levels.indexOf(level) : rare)
                    .toArray();
            int[] codes = Arrays.stream(column.codes())
                    .map(code -> code == CategoricalColumn.MISSING ? code : translation[code])
                    .toArray();
            return List.of(CategoricalColumn.ofCodes(column.name(), codes, levels));
        }
    }
}
