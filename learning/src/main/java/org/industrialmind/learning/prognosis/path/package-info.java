/**
 * Remaining life where failures are few: from ages (Weibull) and from the path that one machine's condition takes towards a
 * limit (drifting Brownian motion with what the fleet has taught as prior).
 */
@NullMarked
package org.industrialmind.learning.prognosis.path;

import org.jspecify.annotations.NullMarked;
