package org.industrialmind.learning.tabular.selection;

/**
 * What one metric said of one fold.
 *
 * @param seed the seed the rows were split and the method fitted with
 * @param fold the place of the split among those of its seed, from 0
 */
public record FoldScore(long seed, int fold, String metric, double value, int trainSize, int testSize) {}
