/** Putting rows into groups that nobody has named: by centres, by mixtures, by density, by joining the nearest. */
@NullMarked
package org.industrialmind.foundations.clustering;

import org.jspecify.annotations.NullMarked;
