/**
 * Rolling bearings: which orders their faults have, and how plainly a block shows each. From geometry to evidence without
 * any learning.
 */
@NullMarked
package org.industrialmind.learning.vibration.bearing;

import org.jspecify.annotations.NullMarked;
