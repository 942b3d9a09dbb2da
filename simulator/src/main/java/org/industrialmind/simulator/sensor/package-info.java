/**
 * How a true value becomes a reading: noise, lag, drift, resolution, and the ways in which a sensor lies.
 */
@NullMarked
package org.industrialmind.simulator.sensor;

import org.jspecify.annotations.NullMarked;
