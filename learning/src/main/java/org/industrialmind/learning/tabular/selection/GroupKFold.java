package org.industrialmind.learning.tabular.selection;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Deals whole groups into folds of about equal size, so that no group is both learned from and judged on.
 *
 * <p>The largest group goes first, each to the fold that has the fewest rows so far; groups of equal size are drawn. The
 * smallest and largest fold then differ by at most the largest group.
 *
 * @param folds how many; at least 2, and at most as many as there are groups
 */
public record GroupKFold(int folds) implements Splitter {
    public GroupKFold {
        Folds.requireFolds(folds);
    }

    @Override
    public List<Split> split(RowKeys rows, long seed) {
        List<int[]> members = Folds.members(rows.groups());
        Folds.requireEnough(folds, members.size(), "groups");
        int[] order = Folds.stablySorted(
                Folds.shuffled(members.size(), new SplittableRandom(seed)),
                (g, h) -> Integer.compare(members.get(h).length, members.get(g).length));
        int[] sizes = new int[folds];
        int[] foldOf = new int[rows.size()];
        for (int group : order) {
            int smallest = 0;
            for (int fold = 1; fold < folds; fold++) {
                smallest = sizes[fold] < sizes[smallest] ? fold : smallest;
            }
            for (int row : members.get(group)) {
                foldOf[row] = smallest;
            }
            sizes[smallest] += members.get(group).length;
        }
        return Folds.splits(foldOf, folds);
    }
}
