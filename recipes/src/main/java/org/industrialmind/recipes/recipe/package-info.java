/** What a recipe is: a question, the data that answers it, and what was found, in tables, plots and plain sentences. */
@NullMarked
package org.industrialmind.recipes.recipe;

import org.jspecify.annotations.NullMarked;
