package org.industrialmind.learning.tabular.selection;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Deals drawn rows into folds of equal size; each fold is judged on once.
 *
 * <p>Right where rows are exchangeable. Where they share a machine use {@link GroupKFold}, where they follow each other in
 * time {@link TimeFolds}; where a class is rare {@link StratifiedKFold}.
 *
 * @param folds how many; at least 2. Sizes differ by at most one row
 */
public record KFold(int folds) implements Splitter {
    public KFold {
        Folds.requireFolds(folds);
    }

    @Override
    public List<Split> split(RowKeys rows, long seed) {
        Folds.requireEnough(folds, rows.size(), "rows");
        int[] order = Folds.shuffled(rows.size(), new SplittableRandom(seed));
        int[] foldOf = new int[rows.size()];
        for (int i = 0; i < order.length; i++) {
            foldOf[order[i]] = i % folds;
        }
        return Folds.splits(foldOf, folds);
    }
}
