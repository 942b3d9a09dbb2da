package org.industrialmind.learning.tabular.fairness;

import java.util.Arrays;

/**
 * Rows that a classifier judged without having learned from them: group, truth and the probability it gave.
 *
 * <p>Shape: each is [row].
 */
public final class JudgedRows {
    private final int[] groups;
    private final boolean[] positive;
    private final double[] probabilities;

    private JudgedRows(int[] groups, boolean[] positive, double[] probabilities) {
        this.groups = groups;
        this.positive = positive;
        this.probabilities = probabilities;
    }

    /**
     * Takes rows; copied.
     *
     * @param groups any numbers
     * @param probabilities of being positive, in [0, 1]
     * @throws IllegalArgumentException if the lengths differ, there is no row, or a probability is outside [0, 1]
     */
    public static JudgedRows of(int[] groups, boolean[] positive, double[] probabilities) {
        if (groups.length == 0 || positive.length != groups.length || probabilities.length != groups.length) {
            throw new IllegalArgumentException("seen " + groups.length + " groups, " + positive.length + " labels and "
                    + probabilities.length + " probabilities: expected one of each for each row, and a row");
        }
        for (int r = 0; r < groups.length; r++) {
            if (!(probabilities[r] >= 0 && probabilities[r] <= 1)) {
                throw new IllegalArgumentException(
                        "the probability of row " + r + " is " + probabilities[r] + ": expected it in [0, 1]");
            }
        }
        return new JudgedRows(groups.clone(), positive.clone(), probabilities.clone());
    }

    public int size() {
        return groups.length;
    }

    public int group(int row) {
        return groups[row];
    }

    public boolean positive(int row) {
        return positive[row];
    }

    public double probability(int row) {
        return probabilities[row];
    }

    /** Returns the groups that have rows, in ascending order; a copy. */
    public int[] groups() {
        return Arrays.stream(groups).sorted().distinct().toArray();
    }
}
