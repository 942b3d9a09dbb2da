/**
 * Summaries of samples that survive outliers, distributions and what fits them to data, tests of hypotheses, and how far
 * estimates may be off.
 */
@NullMarked
package org.industrialmind.foundations.statistics;

import org.jspecify.annotations.NullMarked;
