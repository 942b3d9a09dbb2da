package org.industrialmind.learning.tabular.selection;

import java.util.List;

/** Divides rows into parts to learn from and parts to judge on. The same keys and seed give the same splits. */
@FunctionalInterface
public interface Splitter {
    /** @throws IllegalArgumentException if the rows cannot be divided so; the message says why */
    List<Split> split(RowKeys rows, long seed);
}
