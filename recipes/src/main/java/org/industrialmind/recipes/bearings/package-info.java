/** Which part of a bearing is damaged: envelope spectra, bearing frequencies, and a test on bearings that were never seen. */
@NullMarked
package org.industrialmind.recipes.bearings;

import org.jspecify.annotations.NullMarked;
