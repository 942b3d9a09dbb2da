package org.industrialmind.learning.tabular.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * An outer split, and the splits of its training part in which settings are chosen. All positions are of the whole table.
 *
 * @param outer what the chosen settings are judged on
 * @param inner what they are chosen on; none of their rows is in the outer test part
 */
public record NestedFold(Split outer, List<Split> inner) {
    public NestedFold {
        inner = List.copyOf(inner);
    }

    /** Returns each split of the outer splitter with its training part split again by the inner one. */
    public static List<NestedFold> split(Splitter outer, Splitter inner, RowKeys rows, long seed) {
        SplittableRandom seeds = new SplittableRandom(seed);
        List<NestedFold> folds = new ArrayList<>();
        for (Split split : outer.split(rows, seeds.nextLong())) {
            int[] train = split.train();
            List<Split> within = inner.split(rows.select(train), seeds.nextLong()).stream()
                    .map(part -> part.within(train))
                    .toList();
            folds.add(new NestedFold(split, within));
        }
        return List.copyOf(folds);
    }
}
