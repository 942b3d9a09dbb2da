package org.industrialmind.app.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.industrialmind.app.evaluate.DataSet;
import org.industrialmind.app.evaluate.OfflineEvaluation;
import org.industrialmind.app.evaluate.TrialPlan;
import org.industrialmind.learning.report.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures on recorded data how good a model is. */
@Command(
        name = "evaluate",
        description = "Measures on recorded data how good a model is, without any server.",
        subcommands = EvaluateCommand.Anomaly.class)
public final class EvaluateCommand {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    /** Trains a detector on the normal part of each file and tries it on the rest. */
    @Command(
            name = "anomaly",
            description = "Trains a detector on the normal first part of each file and tries it on the rest.")
    static final class Anomaly implements Callable<Integer> {
        @Option(
                names = "--dataset",
                required = true,
                paramLabel = "NAME",
                description = "skab (folders valve1, valve2, other, anomaly-free) or csv (every *.csv in the folder).")
        private String dataset = "";

        @Option(names = "--from", required = true, paramLabel = "DIR", description = "The folder with the data.")
        private Path from = Path.of("");

        @Option(
                names = "--out",
                paramLabel = "FILE",
                description = "The report, or a folder for report.json (default: ${DEFAULT-VALUE}).")
        private Path out = Path.of("report");

        @Mixin
        private JudgingOptions judging = new JudgingOptions();

        @Option(
                names = {"-h", "--help"},
                usageHelp = true,
                description = "Show this help.")
        private boolean help;

        @Override
        public Integer call() throws Exception {
            DataSet set = judging.understood(() -> DataSet.parse(dataset));
            TrialPlan plan = new TrialPlan(set, from, judging.normalPart(), judging.without(), judging.settings());
            return new OfflineEvaluation(plan, out, new Progress(System.out)).run() ? 0 : 1;
        }
    }
}
