/**
 * The scoring runtime: readings from the log become windows, windows become assessments, and nothing is lost or judged
 * twice on the way. It does not know what a model is; it is handed a {@link org.industrialmind.telemetry.scoring.WindowScorer}.
 */
@NullMarked
package org.industrialmind.telemetry.scoring;

import org.jspecify.annotations.NullMarked;
