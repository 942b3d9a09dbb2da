package org.industrialmind.recipes.recipe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.industrialmind.learning.report.Progress;

/**
 * How a recipe is to be run.
 *
 * @param from the folder with the data
 * @param seeds one run each; results are given as mean and spread over them
 */
public record Order(Path from, Size size, List<Long> seeds, Progress progress) {
    /** How much of the data and of the patience is spent. */
    public enum Size {
        /** A part of the data, in seconds: shows that it works, not how well. */
        SMALL,
        /** All of it: the figures of the recipe's guide. */
        FULL
    }

    public Order {
        seeds = List.copyOf(seeds);
        if (seeds.isEmpty()) {
            throw new IllegalArgumentException("a recipe needs at least one seed");
        }
    }

    public boolean small() {
        return size == Size.SMALL;
    }

    /** Returns one of two settings: the first where the order is small, the second where it is full. */
    public int scaled(int small, int full) {
        return small() ? small : full;
    }

    /**
     * Returns a file of the data.
     *
     * @throws IOException if it is not there
     */
    public Path file(String name) throws IOException {
        Path file = from.resolve(name);
        if (!Files.isReadable(file)) {
            throw new IOException("the file " + name + " was not found in " + from.toAbsolutePath()
                    + "; next: say with --from DIR in which folder it lies");
        }
        return file;
    }
}
