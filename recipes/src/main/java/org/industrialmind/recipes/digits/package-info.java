/** Which digit is it? Networks of our own from a single layer to a convolution, beside what hardly learns at all. */
@NullMarked
package org.industrialmind.recipes.digits;

import org.jspecify.annotations.NullMarked;
