/** Who was saved from the Titanic: names and companions made into columns, and a forest of naive answers to beat. */
@NullMarked
package org.industrialmind.recipes.titanic;

import org.jspecify.annotations.NullMarked;
