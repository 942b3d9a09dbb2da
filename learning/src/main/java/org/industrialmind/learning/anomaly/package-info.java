/**
 * Detectors of abnormal behaviour: how a machine's own normal windows become a limit, and a new window a verdict.
 */
@NullMarked
package org.industrialmind.learning.anomaly;

import org.jspecify.annotations.NullMarked;
