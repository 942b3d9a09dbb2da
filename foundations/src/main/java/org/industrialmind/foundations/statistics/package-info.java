/** Summaries of samples that survive outliers, and the distributions that limits are taken from. */
@NullMarked
package org.industrialmind.foundations.statistics;

import org.jspecify.annotations.NullMarked;
