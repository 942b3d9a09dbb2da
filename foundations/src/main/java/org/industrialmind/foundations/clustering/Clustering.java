package org.industrialmind.foundations.clustering;

/**
 * Rows put into groups: one label a row, from 0 to {@link #clusters()} - 1, or {@link #NOISE}. Immutable and safe to share
 * between threads.
 */
public interface Clustering {
    /** The label of a row that belongs to no cluster. */
    int NOISE = -1;

    int clusters();

    /** Returns the label of each row; a copy. Shape: [row]. */
    int[] labels();

    /** Returns how many rows each cluster has; noise is not counted. Shape: [cluster]. */
    default int[] sizes() {
        int[] sizes = new int[clusters()];
        for (int label : labels()) {
            if (label != NOISE) {
                sizes[label]++;
            }
        }
        return sizes;
    }
}
