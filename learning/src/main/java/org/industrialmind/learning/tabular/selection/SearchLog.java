package org.industrialmind.learning.tabular.selection;

import java.util.List;

/**
 * Every trial of a search, and the best of them.
 *
 * <p>The best score is the luckiest of many noisy ones and so too good to be true: what the choice is worth, say rows that
 * took no part in it ({@link Tuning#evaluate}).
 */
public record SearchLog(Goal goal, List<Trial> trials) {
    public SearchLog {
        trials = List.copyOf(trials);
    }

    /** Returns the trials judged to the end with the largest budget, best first; of equals the earlier. */
    public List<Trial> ranked() {
        double largest = trials.stream()
                .filter(SearchLog::isScored)
                .mapToDouble(Trial::budget)
                .max()
                .orElse(Double.NaN);
        return trials.stream()
                .filter(trial -> isScored(trial) && trial.budget() == largest)
                .sorted((a, b) -> goal.compare(a.score(), b.score()))
                .toList();
    }

    /**
     * Returns the best trial.
     *
     * @throws IllegalStateException if no trial was judged to the end; the message says why the last one was not
     */
    public Trial best() {
        List<Trial> ranked = ranked();
        if (ranked.isEmpty()) {
            throw new IllegalStateException("none of " + trials.size() + " trials has a score"
                    + (trials.isEmpty()
                            ? ""
                            : ": the last ended as " + trials.getLast().outcome()));
        }
        return ranked.getFirst();
    }

    private static boolean isScored(Trial trial) {
        return !Double.isNaN(trial.score());
    }
}
