/** From one tree to a boosted sum of them: on wines to be told apart and on shells whose rings are to be told. */
@NullMarked
package org.industrialmind.recipes.trees;

import org.jspecify.annotations.NullMarked;
