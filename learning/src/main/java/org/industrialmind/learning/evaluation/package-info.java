/** How good a detector is, and how good doing something trivial would have been. */
@NullMarked
package org.industrialmind.learning.evaluation;

import org.jspecify.annotations.NullMarked;
