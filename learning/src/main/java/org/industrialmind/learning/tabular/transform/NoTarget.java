package org.industrialmind.learning.tabular.transform;

/** Rows of which nothing is to be predicted. */
public record NoTarget(int size) implements Target {
    @Override
    public NoTarget select(int... rows) {
        return new NoTarget(rows.length);
    }
}
