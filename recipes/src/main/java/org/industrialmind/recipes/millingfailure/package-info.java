/** Which runs of a milling machine fail: a rare class, physics as columns, and metrics that rare classes do not fool. */
@NullMarked
package org.industrialmind.recipes.millingfailure;

import org.jspecify.annotations.NullMarked;
