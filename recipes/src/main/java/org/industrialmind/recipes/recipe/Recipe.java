package org.industrialmind.recipes.recipe;

import java.io.IOException;
import java.util.List;

/** A runnable end-to-end example: one question, answered on data, beside what knows nothing and what others would do. */
public interface Recipe {
    RecipeCard card();

    /** Returns the seeds of the guide's table, used where a person names none. */
    default List<Long> seeds() {
        return List.of(1L, 2L, 3L);
    }

    /**
     * Runs the recipe.
     *
     * @throws IOException if a file of the data is missing or cannot be read; the message names it
     * @throws IllegalArgumentException if a file does not hold what the card says; the message names row and column
     */
    Findings run(Order order) throws IOException;
}
