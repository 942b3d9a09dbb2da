package org.industrialmind.learning.tabular.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A column of words for people; empty where they are missing. */
public final class TextColumn implements Column {
    private final String name;
    private final List<String> values;

    private TextColumn(String name, List<String> values) {
        this.name = name;
        this.values = values;
    }

    /** Takes texts, an empty one for a missing value. */
    public static TextColumn of(String name, String... values) {
        return new TextColumn(new Field(name, Kind.TEXT).name(), List.of(values));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Kind kind() {
        return Kind.TEXT;
    }

    @Override
    public int size() {
        return values.size();
    }

    @Override
    public boolean isMissing(int row) {
        return values.get(row).isEmpty();
    }

    @Override
    public String text(int row) {
        return values.get(row);
    }

    @Override
    public TextColumn renamed(String other) {
        return new TextColumn(new Field(other, Kind.TEXT).name(), values);
    }

    @Override
    public TextColumn select(int... rows) {
        String[] chosen = new String[rows.length];
        for (int i = 0; i < rows.length; i++) {
            chosen[i] = values.get(rows[i]);
        }
        return new TextColumn(name, List.of(chosen));
    }

    /** Returns the texts as names out of a set. */
    public CategoricalColumn toCategorical() {
        return CategoricalColumn.of(name, values.toArray(String[]::new));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TextColumn that && name.equals(that.name) && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + values.hashCode();
    }

    @Override
    public String toString() {
        return "TextColumn[" + name + ", " + values.size() + " rows]";
    }
}
