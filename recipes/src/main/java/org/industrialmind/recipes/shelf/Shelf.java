package org.industrialmind.recipes.shelf;

import java.util.List;
import java.util.Optional;
import org.industrialmind.recipes.pumpfailure.PumpFailure;
import org.industrialmind.recipes.recipe.Recipe;

/** Every recipe of the house, in the order in which one would learn from them. */
final class Shelf {
    static final List<Recipe> RECIPES = List.of(new PumpFailure());

    private Shelf() {}

    static Optional<Recipe> find(String name) {
        return RECIPES.stream()
                .filter(recipe -> recipe.card().name().equals(name))
                .findFirst();
    }
}
