package org.industrialmind.learning.tabular.selection;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Deals rows into folds of equal size in which each class has its share.
 *
 * <p>The rows are laid out class after class, each in drawn order, and dealt in turn like cards: any run of neighbours, and
 * so each class, is spread over the folds with counts that differ by at most one, and so is the whole.
 *
 * @param folds how many; at least 2. A class with fewer rows is absent from some folds
 */
public record StratifiedKFold(int folds) implements Splitter {
    public StratifiedKFold {
        Folds.requireFolds(folds);
    }

    @Override
    public List<Split> split(RowKeys rows, long seed) {
        Folds.requireEnough(folds, rows.size(), "rows");
        int[] order = Folds.shuffledByClass(rows.labels(), new SplittableRandom(seed));
        int[] foldOf = new int[rows.size()];
        for (int i = 0; i < order.length; i++) {
            foldOf[order[i]] = i % folds;
        }
        return Folds.splits(foldOf, folds);
    }
}
