/**
 * How a machine is asked to run: told from its drives alone, never from how it responds.
 *
 * <p>{@link org.industrialmind.learning.regime.Regimes} places a window among the ways of running that training has seen, by
 * the levels at which the drives are held or by a mixture of Gaussians on their settings. {@link
 * org.industrialmind.learning.regime.RunStateMachine} follows a machine from reading to reading: stopped, starting, running,
 * changing, stopping, and since when.
 */
@NullMarked
package org.industrialmind.learning.regime;

import org.jspecify.annotations.NullMarked;
