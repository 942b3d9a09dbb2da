/** Dense matrices of doubles and the decompositions that statistics leans on. */
@NullMarked
package org.industrialmind.foundations.algebra;

import org.jspecify.annotations.NullMarked;
