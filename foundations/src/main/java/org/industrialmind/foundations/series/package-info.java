/** Series at even steps of time: forecasts with their uncertainty, decompositions, tests, change points and motifs. */
@NullMarked
package org.industrialmind.foundations.series;

import org.jspecify.annotations.NullMarked;
