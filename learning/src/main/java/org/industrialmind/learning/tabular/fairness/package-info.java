/** Compares what a classifier does to groups of rows: rates, gaps with their uncertainty, and what other thresholds would do. */
@NullMarked
package org.industrialmind.learning.tabular.fairness;

import org.jspecify.annotations.NullMarked;
