/**
 * Detectors that see windows made ready: bad cells masked, what the surroundings explain taken out, and in the end the
 * question answered whether the machine or a sensor is at fault.
 */
@NullMarked
package org.industrialmind.learning.prepared;

import org.jspecify.annotations.NullMarked;
