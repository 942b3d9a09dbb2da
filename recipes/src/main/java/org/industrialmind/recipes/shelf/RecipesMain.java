package org.industrialmind.recipes.shelf;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.industrialmind.learning.report.Progress;
import org.industrialmind.recipes.recipe.Findings;
import org.industrialmind.recipes.recipe.Order;
import org.industrialmind.recipes.recipe.Recipe;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command line of the recipes: {@code recipes list} and {@code recipes run NAME --from DIR}. */
@Command(
        name = "recipes",
        description = "Runnable end-to-end examples: lists them, or runs one and saves what it found.",
        mixinStandardHelpOptions = true,
        subcommands = {RecipesMain.ListRecipes.class, RecipesMain.Run.class})
public final class RecipesMain {
    private RecipesMain() {}

    /** Runs the command and exits with 0 (done), 1 (failed) or 2 (the words were not understood). */
    public static void main(String[] words) {
        System.exit(commandLine().execute(words));
    }

    static CommandLine commandLine() {
        return new CommandLine(new RecipesMain())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println("recipes: " + failure.getMessage());
                    if (System.getenv("INDUSTRIALMIND_DEBUG") != null) {
                        failure.printStackTrace(command.getErr());
                    }
                    return CommandLine.ExitCode.SOFTWARE;
                });
    }

    /** Prints every recipe with its question. */
    @Command(name = "list", mixinStandardHelpOptions = true, description = "Prints every recipe and its question.")
    static final class ListRecipes implements Callable<Integer> {

        @Override
        public Integer call() {
            for (Recipe recipe : Shelf.RECIPES) {
                System.out.printf(
                        "%-22s %s%n", recipe.card().name(), recipe.card().question());
            }
            return 0;
        }
    }

    /** Runs one recipe. */
    @Command(name = "run", mixinStandardHelpOptions = true, description = "Runs a recipe and saves what it found.")
    static final class Run implements Callable<Integer> {
        @Parameters(paramLabel = "NAME", description = "The recipe, as 'recipes list' names it.")
        private String name = "";

        @Option(
                names = "--from",
                paramLabel = "DIR",
                description = "The folder with the recipe's data files (default: the current folder).")
        private Path from = Path.of("");

        @Option(
                names = "--size",
                paramLabel = "small|full",
                description = "A part of the data in seconds, or all of it (default: ${DEFAULT-VALUE}).")
        private Order.Size size = Order.Size.FULL;

        @Option(
                names = "--seeds",
                split = ",",
                paramLabel = "N,N",
                description = "One run each; the table gives mean and spread (default: those of the guide).")
        private List<Long> seeds = List.of();

        @Option(
                names = "--out",
                paramLabel = "DIR",
                description = "Where report.json, report.html and the plots go (default: target/recipes/NAME).")
        private Path out = Path.of("");

        @Override
        public Integer call() throws IOException {
            Recipe recipe = Shelf.find(name)
                    .orElseThrow(() -> new IllegalArgumentException("there is no recipe '" + name + "', only "
                            + Shelf.RECIPES.stream()
                                    .map(each -> each.card().name())
                                    .collect(Collectors.joining(", "))));
            Progress progress = new Progress(System.out);
            Instant started = Instant.now();
            progress.line("%s", recipe.card().question());
            Order order = new Order(from, size, seeds.isEmpty() ? recipe.seeds() : seeds, progress);
            Findings findings = recipe.run(order);
            findings.tables().forEach(table -> progress.line("%n%s", table.text()));
            progress.line("");
            findings.sentences().forEach(sentence -> progress.line("%s", sentence));
            Path folder = out.toString().isEmpty() ? Path.of("target", "recipes", name) : out;
            Path page = new SavedFindings(recipe.card(), order.seeds(), started).write(findings, folder, Instant.now());
            progress.say("saved: %s (%.0f MB of memory at the most)", page, PeakMemory.megabytes());
            return 0;
        }
    }
}
