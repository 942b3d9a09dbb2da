/** Learning where one class is rare: weights, resampling of the rows learned from, and decisions by what errors cost. */
@NullMarked
package org.industrialmind.learning.tabular.imbalance;

import org.jspecify.annotations.NullMarked;
