/** Groups found without being told: four ways of clustering and three maps of flowers and wines, judged afterwards by kind. */
@NullMarked
package org.industrialmind.recipes.clusters;

import org.jspecify.annotations.NullMarked;
