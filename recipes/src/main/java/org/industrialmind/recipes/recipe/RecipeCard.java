package org.industrialmind.recipes.recipe;

import java.util.List;

/**
 * What a person reads before running a recipe.
 *
 * @param name the word on the command line, such as {@code titanic}
 * @param question what it answers, one sentence
 * @param files the files it reads, below the folder given; empty where the data is made by the recipe itself
 * @param licence under which terms the data stands, and from where it is
 */
public record RecipeCard(String name, String question, List<String> files, String licence) {
    public RecipeCard {
        files = List.copyOf(files);
        if (!name.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException(
                    "a recipe is not named '" + name + "': expected small letters, digits and dashes");
        }
    }

    /** Tells whether the recipe reads files at all. */
    public boolean needsData() {
        return !files.isEmpty();
    }
}
