/** Intervals that keep their promise: calibrated by unit, by how near the end is, and adapted when the world shifts. */
@NullMarked
package org.industrialmind.learning.prognosis.calibration;

import org.jspecify.annotations.NullMarked;
