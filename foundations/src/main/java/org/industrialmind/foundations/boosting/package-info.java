/** Boosted trees on binned columns: the method that is hard to beat on tables. */
@NullMarked
package org.industrialmind.foundations.boosting;

import org.jspecify.annotations.NullMarked;
