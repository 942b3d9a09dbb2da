/**
 * The physics of each class of machine, with the controllers that run it; deterministic in what is fed in.
 */
@NullMarked
package org.industrialmind.simulator.machine;

import org.jspecify.annotations.NullMarked;
