package org.industrialmind.learning.tabular.transform;

import java.util.ArrayList;
import java.util.List;
import org.industrialmind.learning.tabular.table.CategoricalColumn;
import org.industrialmind.learning.tabular.table.Column;
import org.industrialmind.learning.tabular.table.NumericColumn;
import org.industrialmind.learning.tabular.table.Table;

/**
 * Turns a category into a column of zeros and ones for each level: {@code embarked} into {@code embarked=C},
 * {@code embarked=Q} and {@code embarked=S}.
 *
 * <p>Levels that fewer rows have than {@code least} share the column {@code embarked=(rare)}. A level that was not seen in
 * training counts as rare where there is a rare column and where not, the policy decides.
 *
 * @param least how many rows a level must have for a column of its own; 1 keeps all
 * @param dropFirst whether the first level gets no column, since the others tell it: for unregularised linear methods
 * @param missing whether missing values, where training has some, get the column {@code embarked=(missing)}; without it
 *     they are zeros throughout
 * @param unseen what happens at a level that was not seen in training
 */
public record OneHot(int least, boolean dropFirst, boolean missing, Unseen unseen) implements Transform {
    static final String RARE = "(rare)";
    static final String GAP = "(missing)";

    /** What happens at a level that was not seen in training. */
    public enum Unseen {
        /** Zeros throughout. */
        ZEROS,
        /** An error that names the row. */
        REFUSED
    }

    public OneHot {
        if (least < 1) {
            throw new IllegalArgumentException(
                    "a column for levels of " + least + " rows or more: expected at least 1");
        }
    }

    /** Returns a column for each level and for missing values, zeros for an unseen level. */
    public static OneHot defaults() {
        return new OneHot(1, false, true, Unseen.ZEROS);
    }

    public OneHot withLeast(int rows) {
        return new OneHot(rows, dropFirst, missing, unseen);
    }

    @Override
    public FittedTransform fit(Table table, Target target) {
        return ColumnWise.fit(table, CategoricalColumn.class, this::learn);
    }

    private Indicators learn(CategoricalColumn column) {
        int[] counts = column.counts();
        List<String> own = new ArrayList<>();
        List<String> rare = new ArrayList<>();
        for (int code = 0; code < counts.length; code++) {
            if (counts[code] > 0) {
                (counts[code] >= least ? own : rare).add(column.levels().get(code));
            }
        }
        List<String> shown = new ArrayList<>(own);
        if (!rare.isEmpty()) {
            shown.add(RARE);
        }
        if (missing && column.missing() > 0) {
            shown.add(GAP);
        }
        if (dropFirst && shown.size() > 1) {
            shown.removeFirst();
        }
        return new Indicators(List.copyOf(own), List.copyOf(rare), List.copyOf(shown), unseen);
    }

    /**
     * @param own levels with a name of their own
     * @param rare levels that share a name
     * @param shown the names that have a column
     */
    private record Indicators(List<String> own, List<String> rare, List<String> shown, Unseen unseen)
            implements ColumnChange<CategoricalColumn> {
        @Override
        public List<Column> apply(CategoricalColumn column) {
            int[] positions = new int[column.levels().size()]; // level -> position among the shown, -1 for none
            for (int code = 0; code < positions.length; code++) {
                positions[code] = shown.indexOf(name(column.levels().get(code)));
            }
            int gap = shown.indexOf(GAP);
            double[][] ones = new double[shown.size()][column.size()];
            for (int r = 0; r < column.size(); r++) {
                int position = column.isMissing(r) ? gap : positions[column.code(r)];
                if (position >= 0) {
                    ones[position][r] = 1;
                } else if (!column.isMissing(r)) {
                    requireSeen(column, r);
                }
            }
            List<Column> columns = new ArrayList<>();
            for (int i = 0; i < ones.length; i++) {
                columns.add(NumericColumn.of(column.name() + "=" + shown.get(i), ones[i]));
            }
            return columns;
        }

        private String name(String level) {
            return own.contains(level) ? level : rare.isEmpty() ? "" : RARE;
        }

        private void requireSeen(CategoricalColumn column, int row) {
            String level = column.text(row);
            if (unseen == Unseen.REFUSED && !own.contains(level) && rare.isEmpty()) {
                throw new IllegalArgumentException("row " + row + ", column '" + column.name() + "': seen '" + level
                        + "', expected one of the levels of training " + own);
            }
        }
    }
}
