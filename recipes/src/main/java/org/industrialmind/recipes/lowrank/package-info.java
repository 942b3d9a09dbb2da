/** Tables that are less than they look: a picture from few singular values, and ratings guessed from few tastes. */
@NullMarked
package org.industrialmind.recipes.lowrank;

import org.jspecify.annotations.NullMarked;
