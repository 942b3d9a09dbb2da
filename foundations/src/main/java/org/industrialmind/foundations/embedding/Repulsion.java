package org.industrialmind.foundations.embedding;

/** How places push each other away: by the square of q = 1 / (1 + distance^2), along the line between them. */
sealed interface Repulsion permits EveryPair, Quadtree {
    /** Writes the sum of q^2 (place - other) over all others for each place; returns the sum of q over ordered pairs. */
    double of(double[] places, double[] pushes);
}
