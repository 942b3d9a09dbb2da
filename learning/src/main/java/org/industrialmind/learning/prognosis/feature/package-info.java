/** From the readings of a run to numbers a model can learn from, without ever looking ahead. */
@NullMarked
package org.industrialmind.learning.prognosis.feature;

import org.jspecify.annotations.NullMarked;
