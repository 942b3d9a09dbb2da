/** Recorded data on the real path: through the log, the scoring runtime and the store to alarms, and judged at the end. */
@NullMarked
package org.industrialmind.app.replay;

import org.jspecify.annotations.NullMarked;
