package org.industrialmind.learning.tabular.transform;

import java.util.List;
import org.industrialmind.learning.tabular.table.CategoricalColumn;
import org.industrialmind.learning.tabular.table.Column;

/** A class for each row, out of named levels. A selection of rows keeps all levels, also those that it lacks. */
public final class ClassTarget implements Target {
    private final CategoricalColumn column;

    private ClassTarget(CategoricalColumn column) {
        this.column = column;
    }

    /**
     * Takes the values of a column of any kind as names of classes; the number 1 is the class "1".
     *
     * @throws IllegalArgumentException if a row has no value
     */
    public static ClassTarget of(Column column) {
        requireComplete(column);
        if (column instanceof CategoricalColumn names) {
            return new ClassTarget(names);
        }
        String[] names = new String[column.size()];
        for (int r = 0; r < names.length; r++) {
            names[r] = column.text(r);
        }
        return new ClassTarget(CategoricalColumn.of(column.name(), names));
    }

    static void requireComplete(Column column) {
        for (int r = 0; r < column.size(); r++) {
            if (column.isMissing(r)) {
                throw new IllegalArgumentException("row " + r + " has no value of the target '" + column.name() + "' ("
                        + column.missing() + " of " + column.size() + " rows lack it): leave such rows out");
            }
        }
    }

    public String name() {
        return column.name();
    }

    public List<String> levels() {
        return column.levels();
    }

    @Override
    public int size() {
        return column.size();
    }

    /** Returns the position of the row's class among the levels. */
    public int label(int row) {
        return column.code(row);
    }

    /** Returns all labels; a copy. */
    public int[] labels() {
        return column.codes();
    }

    /** Returns how many rows each class has. Shape: [class]. */
    public int[] counts() {
        return column.counts();
    }

    @Override
    public ClassTarget select(int... rows) {
        return new ClassTarget(column.select(rows));
    }
}
