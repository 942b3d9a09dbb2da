package org.industrialmind.learning.prognosis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A fleet dealt into parts by unit: all rows of a unit are on one side of every split.
 *
 * <p>Rows of one unit are nearly copies of each other; a split that put some on either side would measure memory. Units that
 * still run cannot be judged; they are learned from in every fold.
 */
public final class UnitFolds {
    private final Fleet fleet;
    private final Map<String, Integer> folds = new HashMap<>();
    private final int count;

    /** @throws IllegalArgumentException if there are fewer than two folds, or fewer units that failed than folds */
    public UnitFolds(Fleet fleet, int count, long seed) {
        List<RunToFailure> shuffled = new ArrayList<>(fleet.failed());
        if (count < 2 || shuffled.size() < count) {
            throw new IllegalArgumentException(count + " folds of " + shuffled.size()
                    + " units that failed: expected at least 2 folds and a unit for each");
        }
        this.fleet = fleet;
        this.count = count;
        Collections.shuffle(shuffled, new Random(seed));
        for (int i = 0; i < shuffled.size(); i++) {
            folds.put(shuffled.get(i).unit(), i % count);
        }
    }

    public int count() {
        return count;
    }

    /** Returns the units that a model of the fold learns from. */
    public Fleet learned(int fold) {
        return fleet.where(run -> fold(run) != fold);
    }

    /** Returns the units that a model of the fold has not seen. */
    public Fleet heldOut(int fold) {
        return fleet.where(run -> fold(run) == fold);
    }

    private int fold(RunToFailure run) {
        return folds.getOrDefault(run.unit(), -1);
    }
}
