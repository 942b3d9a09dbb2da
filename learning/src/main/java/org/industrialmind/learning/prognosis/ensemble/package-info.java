/** Several models that answer together, weighted and calibrated on units that none of them had seen. */
@NullMarked
package org.industrialmind.learning.prognosis.ensemble;

import org.jspecify.annotations.NullMarked;
