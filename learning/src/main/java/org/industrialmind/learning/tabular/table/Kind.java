package org.industrialmind.learning.tabular.table;

/** What the values of a column are. */
public enum Kind {
    /** A number that can be added and averaged. */
    NUMERIC,
    /** One of a set of names. */
    CATEGORICAL,
    /** Words for people. */
    TEXT,
    /** A point in time. */
    TIME;

    /** Returns the kind as it stands in a sentence: "numeric". */
    public String word() {
        return switch (this) {
            case NUMERIC -> "numeric";
            case CATEGORICAL -> "categorical";
            case TEXT -> "text";
            case TIME -> "time";
        };
    }
}
