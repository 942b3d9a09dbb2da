/**
 * Intervals that keep their promise: calibrated by unit, near the question, for the moments that are asked, and adapted when
 * the world shifts.
 */
@NullMarked
package org.industrialmind.learning.prognosis.calibration;

import org.jspecify.annotations.NullMarked;
