package org.industrialmind.learning.prognosis.calibration;

import org.industrialmind.learning.prognosis.LifeForecast;

/**
 * A question whose answer is not known: what was forecast, and how old the unit was.
 *
 * @param age of the unit, in its unit of life
 */
public record Asked(LifeForecast forecast, double age) {}
