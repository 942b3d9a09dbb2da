package org.industrialmind.recipes.recipe;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.industrialmind.learning.report.Progress;
import org.junit.jupiter.api.Assumptions;

/** Runs recipes in tests: small on data made in the test, and on the public data where it is there. */
public final class Kitchen {
    private Kitchen() {}

    /** Runs the recipe small, with one seed. */
    public static Findings small(Recipe recipe, Path from) throws IOException {
        Progress silent = new Progress(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
        return recipe.run(new Order(from, Order.Size.SMALL, List.of(1L), silent));
    }

    /** Returns a folder of the public data; where it is absent, the test that asks is skipped. */
    public static Path publicData(String folder) {
        Path data = Path.of(
                Optional.ofNullable(System.getenv("INDUSTRIALMIND_DATA")).orElse("../../shared/data"));
        Path found = data.resolve(folder);
        Assumptions.assumeTrue(
                Files.isDirectory(found),
                () -> "no " + folder + " in " + data + ": set INDUSTRIALMIND_DATA to the folder that has it");
        return found;
    }
}
