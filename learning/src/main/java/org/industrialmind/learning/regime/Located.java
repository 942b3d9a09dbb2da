package org.industrialmind.learning.regime;

import org.industrialmind.signal.Assessment.Reason;

/** Where a window stands among the known ways of running of its machine. */
public sealed interface Located {
    /** @param regime from 0 */
    record In(int regime) implements Located {}

    /** The window cannot be compared, and why. */
    record Nowhere(Reason reason) implements Located {}
}
