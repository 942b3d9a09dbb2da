package org.industrialmind.foundations.supervised;

import org.industrialmind.foundations.algebra.Matrix;

/** Says how probable each class is for a row. Immutable and safe to share between threads. */
public interface Classifier {
    /** Returns how many values a row has. */
    int columns();

    int classes();

    /**
     * Returns the probability of each class. Shape: [column] -> [class]; the values sum to 1.
     *
     * @throws IllegalArgumentException if the row has another number of values, or lacks one that the method needs
     */
    double[] probabilities(double[] row);

    /** Returns the probability of each class for each row. Shape: [row, column] -> [row, class]. */
    default Matrix probabilities(Matrix rows) {
        double[][] all = new double[rows.rows()][];
        for (int r = 0; r < all.length; r++) {
            all[r] = probabilities(rows.row(r));
        }
        return Matrix.ofRows(all);
    }

    /** Returns the most probable class, the first of them where several are. */
    default int predict(double[] row) {
        return mostProbable(probabilities(row));
    }

    /** Returns the most probable class of each row. Shape: [row, column] -> [row]. */
    default int[] predict(Matrix rows) {
        Matrix all = probabilities(rows);
        int[] predicted = new int[rows.rows()];
        for (int r = 0; r < predicted.length; r++) {
            predicted[r] = mostProbable(all.row(r));
        }
        return predicted;
    }

    private static int mostProbable(double[] probabilities) {
        int best = 0;
        for (int k = 1; k < probabilities.length; k++) {
            if (probabilities[k] > probabilities[best]) {
                best = k;
            }
        }
        return best;
    }
}
