/** How good an answer was: classes, probabilities, numbers, rankings, clusters, forecasts and detections against the truth. */
@NullMarked
package org.industrialmind.foundations.metrics;

import org.jspecify.annotations.NullMarked;
