package org.industrialmind.learning.tabular.selection;

/**
 * A score with what is known of its spread.
 *
 * @param mean over all folds of all seeds
 * @param foldSpread standard deviation between the folds of one seed: how different the parts of the table are. Folds share
 *     training rows, so dividing it by the root of their number understates the error of the mean
 * @param seedSpread standard deviation between the means of seeds: how much luck of the draw there is; NaN with one seed
 */
public record Estimate(String metric, double mean, double foldSpread, double seedSpread, int folds, int seeds) {}
