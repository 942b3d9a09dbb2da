/** How good detectors are on simulated plants whose faults are known: recorded in memory, judged window by window. */
@NullMarked
package org.industrialmind.app.evaluate.plant;

import org.jspecify.annotations.NullMarked;
