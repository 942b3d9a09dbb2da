package org.industrialmind.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.industrialmind.app.evaluate.LifeDataSet;
import org.industrialmind.app.evaluate.LifeEvaluation;
import org.industrialmind.app.life.LifeMethod;
import org.industrialmind.learning.report.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Forecasts remaining life on runs to failure, public or simulated. */
@Command(
        name = "rul",
        mixinStandardHelpOptions = true,
        description = "Forecasts remaining life on runs to failure; every choice is made on held-out training units.")
final class EvaluateLifeCommand implements Callable<Integer> {
    @Option(names = "--dataset", required = true, paramLabel = "NAME", description = "cmapss, femto, battery or plant.")
    private String dataset = "";

    @Option(
            names = "--subset",
            split = ",",
            paramLabel = "NAME",
            description =
                    "What to report on, such as FD001,FD002 (learned from is all that the folder has) or pump,fan.")
    private List<String> subsets = List.of();

    @Option(names = "--from", paramLabel = "DIR", description = "The folder with the data; plant needs none.")
    private Optional<Path> from = Optional.empty();

    @Option(
            names = "--models",
            split = ",",
            paramLabel = "NAME",
            description = "Members of the ensemble (default: those that suit the set).")
    private List<String> models = List.of();

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description = "How many seeds, 1 to N, or which: 301-305 or 7,11 (default: ${DEFAULT-VALUE}).")
    private String seeds = "5";

    @Mixin
    private ReportOption report = new ReportOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        LifeDataSet set = understood("--dataset", () -> LifeDataSet.parse(dataset));
        List<LifeMethod> methods = models.isEmpty()
                ? set.methods()
                : understood(
                        "--models", () -> models.stream().map(LifeMethod::parse).toList());
        if (set.needsFolder() && from.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "--from is missing: expected the folder with the files of " + set.code());
        }
        if (set.needsSubsets() && subsets.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--subset is missing: expected parts of " + set.code() + " such as FD001,FD002");
        }
        LifeEvaluation evaluation = understood(
                "--seeds",
                () -> new LifeEvaluation(
                        set, subsets, from.orElse(Path.of("")), methods, seedsOf(seeds), report.out()));
        return evaluation.run(new Progress(System.out)) ? 0 : 1;
    }

    /** Reads a number of seeds, a range of them, or a list. */
    static List<Long> seedsOf(String text) {
        try {
            String[] ends = text.split("-", 2);
            if (text.contains(",")) {
                return Stream.of(text.split(",")).map(Long::valueOf).toList();
            }
            long first = ends.length == 2 ? Long.parseLong(ends[0]) : 1;
            return LongStream.rangeClosed(first, Long.parseLong(ends[ends.length - 1]))
                    .boxed()
                    .toList();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "'" + text
                            + "' names no seeds: expected a number of them such as 5, a range such as 301-305, or a"
                            + " list",
                    e);
        }
    }

    private <T> T understood(String option, Supplier<T> meaning) {
        try {
            return meaning.get();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), option + ": " + e.getMessage());
        }
    }
}
