/**
 * Learning as updating what one believed beforehand: naive Bayes for classes, Bayesian lines and Gaussian processes for
 * numbers with their uncertainty.
 */
@NullMarked
package org.industrialmind.foundations.bayes;

import org.jspecify.annotations.NullMarked;
