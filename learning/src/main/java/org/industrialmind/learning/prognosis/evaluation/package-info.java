/** How good forecasts of remaining life are: as numbers, as promises, and as decisions. */
@NullMarked
package org.industrialmind.learning.prognosis.evaluation;

import org.jspecify.annotations.NullMarked;
