/**
 * What a block of vibration says of a machine: how hard it shakes, in which shape, and at which orders of its shaft. Times
 * are seconds from the first reading of a block, accelerations m/s2, velocities mm/s, as ISO 20816 has them.
 */
@NullMarked
package org.industrialmind.learning.vibration;

import org.jspecify.annotations.NullMarked;
