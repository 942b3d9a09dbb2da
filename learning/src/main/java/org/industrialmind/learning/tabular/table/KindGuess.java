package org.industrialmind.learning.tabular.table;

import java.util.List;
import java.util.Set;

/** Tells the kind of a column from its first values. */
final class KindGuess {
    /** Few enough to be categories, however few rows there are. */
    private static final int FEW_LEVELS = 20;

    private KindGuess() {}

    /** Returns numeric for a column without a value: a first value that is no number then asks for a declaration. */
    static Kind of(List<String> sample, Set<String> missing) {
        List<String> present =
                sample.stream().filter(cell -> !missing.contains(cell)).toList();
        if (present.stream().allMatch(cell -> Cells.number(cell).isPresent())) {
            return Kind.NUMERIC;
        }
        if (present.stream().allMatch(cell -> Cells.nanos(cell).isPresent())) {
            return Kind.TIME;
        }
        return ofNames(present, missing);
    }

    /** Returns categorical for names that come again, text where nearly every one is another. */
    static Kind ofNames(List<String> sample, Set<String> missing) {
        List<String> present =
                sample.stream().filter(cell -> !missing.contains(cell)).toList();
        long distinct = present.stream().distinct().count();
        return distinct > FEW_LEVELS && distinct > present.size() / 2 ? Kind.TEXT : Kind.CATEGORICAL;
    }
}
