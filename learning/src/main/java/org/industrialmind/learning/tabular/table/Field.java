package org.industrialmind.learning.tabular.table;

/** A column without its values. */
public record Field(String name, Kind kind) {
    public Field {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a column has no name: expected at least one visible character");
        }
    }

    /** Returns the field as it stands in a sentence: {@code 'age' (numeric)}. */
    @Override
    public String toString() {
        return "'" + name + "' (" + kind.word() + ")";
    }
}
