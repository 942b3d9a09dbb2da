/** Who earns more than 50,000 dollars: native categories, calibration, and what the model does to women and men. */
@NullMarked
package org.industrialmind.recipes.adult;

import org.jspecify.annotations.NullMarked;
