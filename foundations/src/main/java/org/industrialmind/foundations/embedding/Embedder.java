package org.industrialmind.foundations.embedding;

import org.industrialmind.foundations.algebra.Matrix;

/**
 * Draws a map of rows. An implementation is a record of its settings; the same settings, rows and seed give the same map.
 */
public interface Embedder {
    /** @throws IllegalArgumentException if the method cannot map these rows; the message says why */
    Embedding fit(Matrix rows, long seed);
}
