package org.industrialmind.foundations.clustering;

import org.industrialmind.foundations.algebra.Matrix;

/**
 * Finds groups among rows. An implementation is a record of its settings; the same settings, rows and seed give the same
 * groups.
 */
public interface Clusterer {
    /** @throws IllegalArgumentException if the method cannot group these rows; the message says why */
    Clustering fit(Matrix rows, long seed);
}
