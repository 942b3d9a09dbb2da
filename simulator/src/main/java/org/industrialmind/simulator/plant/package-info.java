/**
 * The plant as a whole: who stands where, who runs when, what breaks, and how its frames reach the outside.
 */
@NullMarked
package org.industrialmind.simulator.plant;

import org.jspecify.annotations.NullMarked;
