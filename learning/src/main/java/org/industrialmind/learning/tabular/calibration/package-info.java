/** Makes probabilities mean what they say: maps learned from predictions of rows a classifier had not seen. */
@NullMarked
package org.industrialmind.learning.tabular.calibration;

import org.jspecify.annotations.NullMarked;
