/**
 * A seeded plant with physics, controllers, faults and ground truth; the same seed gives the same bytes everywhere.
 */
@NullMarked
package org.industrialmind.simulator;

import org.jspecify.annotations.NullMarked;
