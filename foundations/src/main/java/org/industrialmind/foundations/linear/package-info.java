/**
 * Models that weigh columns and add: least squares and its penalised and robust kin, logistic and Poisson regression,
 * discriminant analysis, perceptrons. Where the optimum is unique it is found to rounding; what has none is said.
 */
@NullMarked
package org.industrialmind.foundations.linear;

import org.jspecify.annotations.NullMarked;
