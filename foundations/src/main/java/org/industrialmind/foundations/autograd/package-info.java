/**
 * Tensors that remember how they were computed, and the gradient of a number with respect to all that it was computed
 * from. Every operation keeps its forward and its backward side by side in one file.
 */
@NullMarked
package org.industrialmind.foundations.autograd;

import org.jspecify.annotations.NullMarked;
