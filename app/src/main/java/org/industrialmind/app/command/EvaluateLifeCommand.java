package org.industrialmind.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.industrialmind.app.evaluate.LifeDataSet;
import org.industrialmind.app.evaluate.LifeEvaluation;
import org.industrialmind.app.evaluate.LifeMethod;
import org.industrialmind.learning.report.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Forecasts remaining life on a public set of runs to failure. */
@Command(
        name = "rul",
        mixinStandardHelpOptions = true,
        description = "Forecasts remaining life on runs to failure; every choice is made on held-out training units.")
final class EvaluateLifeCommand implements Callable<Integer> {
    @Option(names = "--dataset", required = true, paramLabel = "NAME", description = "cmapss, femto or battery.")
    private String dataset = "";

    @Option(
            names = "--subset",
            split = ",",
            paramLabel = "NAME",
            description = "What to report on, such as FD001,FD002; learned from is all that the folder has.")
    private List<String> subsets = List.of();

    @Option(names = "--from", required = true, paramLabel = "DIR", description = "The folder with the data.")
    private Path from = Path.of("");

    @Option(
            names = "--models",
            split = ",",
            paramLabel = "NAME",
            description = "Members of the ensemble (default: those that suit the set).")
    private List<String> models = List.of();

    @Option(names = "--seeds", paramLabel = "N", description = "How many seeds: 1 to N (default: ${DEFAULT-VALUE}).")
    private int seeds = 5;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The report, or a folder for report.json (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("report");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        LifeDataSet set = understood("--dataset", () -> LifeDataSet.parse(dataset));
        List<LifeMethod> methods = models.isEmpty()
                ? set.methods()
                : understood(
                        "--models", () -> models.stream().map(LifeMethod::parse).toList());
        LifeEvaluation evaluation =
                understood("--seeds", () -> new LifeEvaluation(set, subsets, from, methods, seeds, out));
        return evaluation.run(new Progress(System.out)) ? 0 : 1;
    }

    private <T> T understood(String option, Supplier<T> meaning) {
        try {
            return meaning.get();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), option + ": " + e.getMessage());
        }
    }
}
