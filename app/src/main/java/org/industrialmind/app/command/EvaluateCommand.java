package org.industrialmind.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.industrialmind.app.evaluate.DataSet;
import org.industrialmind.app.evaluate.OfflineEvaluation;
import org.industrialmind.app.evaluate.TabularEvaluation;
import org.industrialmind.app.evaluate.TrialPlan;
import org.industrialmind.app.evaluate.plant.PlantEvaluation;
import org.industrialmind.app.leaderboard.AnomalyBoard;
import org.industrialmind.app.leaderboard.BoardRequest;
import org.industrialmind.app.training.DetectorKind;
import org.industrialmind.learning.report.Progress;
import org.industrialmind.learning.tabular.publicdata.PublicTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures on recorded data how good a model is. */
@Command(
        name = "evaluate",
        description = "Measures on recorded data how good a model is, without any server.",
        subcommands = {EvaluateCommand.Anomaly.class, EvaluateCommand.Tabular.class, EvaluateLifeCommand.class})
public final class EvaluateCommand {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    /** Measures detection on a public data set or on recorded files. */
    @Command(
            name = "anomaly",
            description = {
                "Measures detection on labelled data: learns what is normal, chooses method and limit on normal rows,",
                "and judges the rest, with judges that know nothing beside it.",
                "With --detector, tries that one detector of the product on recordings (skab, csv) instead, and on",
                "plants in place of gaussian, under its own decision policy as the alarm desk follows it live."
            })
    static final class Anomaly implements Callable<Integer> {
        @Option(
                names = "--dataset",
                required = true,
                paramLabel = "NAME",
                description = {
                    "skab (folders valve1, valve2, other, anomaly-free), tep, smap_msl, nab, ucr, cwru,",
                    "csv (every *.csv in the folder), or plant (40 machines simulated here, a plant for each seed)."
                })
        private String dataset = "";

        @Option(names = "--from", paramLabel = "DIR", description = "The folder with the data; plant needs none.")
        private Optional<Path> from = Optional.empty();

        @Mixin
        private ReportOption report = new ReportOption();

        @Option(
                names = "--seeds",
                split = ",",
                paramLabel = "N,N",
                description = "One run each (default: 1,2,3); a named detector takes --seed.")
        private List<Long> seeds = List.of(1L, 2L, 3L);

        @Option(
                names = "--wide",
                description = "Choose among the product's own detectors and networks too; takes many times longer.")
        private boolean wide;

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Mixin
        private JudgingOptions judging = new JudgingOptions();

        @Option(
                names = {"-h", "--help"},
                usageHelp = true,
                description = "Show this help.")
        private boolean help;

        @Override
        public Integer call() throws Exception {
            boolean once = judging.detectorNamed() && !dataset.equals("plant");
            requireAbsent(
                    once ? "--seeds" : "--seed",
                    once ? "a named detector is trained once: --seed N" : "what is run for several takes --seeds N,N");
            if (dataset.equals("plant")) {
                return plant(judging.detector().orElse(DetectorKind.GAUSSIAN)) ? 0 : 1;
            }
            AnomalyBoard board = judging.understood(() -> AnomalyBoard.parse(dataset));
            boolean reached = judging.detectorNamed() ? detector(board) : board(board);
            return reached ? 0 : 1;
        }

        private void requireAbsent(String option, String instead) {
            if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
                throw new ParameterException(spec.commandLine(), option + " has no meaning here; next: " + instead);
            }
        }

        private boolean plant(DetectorKind kind) throws IOException {
            if (kind.imported()) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--detector " + kind.code()
                                + " wants a network of yours for one class of machines, and a plant has"
                                + " several; next: train it on the demonstration, or name another");
            }
            return new PlantEvaluation(seeds, kind, report.out(), new Progress(System.out)).run();
        }

        private Path folder() {
            return from.orElseThrow(() -> new ParameterException(
                    spec.commandLine(), "--from is missing: expected the folder with the files of " + dataset));
        }

        private boolean board(AnomalyBoard board) throws IOException {
            Progress progress = new Progress(System.out);
            return board.evaluation(new BoardRequest(
                            folder(), report.out(), seeds, judging.normalPart(), judging.without(), wide, progress))
                    .run();
        }

        private boolean detector(AnomalyBoard board) throws IOException {
            DataSet set = judging.understood(() -> {
                if (!board.recorded()) {
                    throw new IllegalArgumentException("--detector tries a detector on recordings, skab or csv, and "
                            + board.code() + " is none; next: leave it out");
                }
                return DataSet.parse(dataset);
            });
            TrialPlan plan = new TrialPlan(set, folder(), judging.normalPart(), judging.without(), judging.settings());
            return new OfflineEvaluation(plan, report.out(), new Progress(System.out)).run();
        }
    }

    /** Compares the methods of a public table on files of it. */
    @Command(
            name = "tabular",
            mixinStandardHelpOptions = true,
            description = "Learns a public table from one file and scores another; without one, cross-validates.")
    static final class Tabular implements Callable<Integer> {
        @Option(
                names = "--dataset",
                required = true,
                paramLabel = "NAME",
                description = "adult, ai4i, german or titanic.")
        private String dataset = "";

        @Option(names = "--train", required = true, paramLabel = "FILE", description = "The file that is learned from.")
        private Path train = Path.of("");

        @Option(names = "--test", paramLabel = "FILE", description = "The file that is scored.")
        private Optional<Path> test = Optional.empty();

        @Option(
                names = "--folds",
                paramLabel = "N",
                description = "Of cross-validation, where there is no test file (default: ${DEFAULT-VALUE}).")
        private int folds = 10;

        @Option(names = "--seeds", split = ",", paramLabel = "N,N", description = "One run each (default: 1,2,3).")
        private List<Long> seeds = List.of(1L, 2L, 3L);

        @Mixin
        private ReportOption report = new ReportOption();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws Exception {
            new TabularEvaluation(understood(), train, test, folds, seeds, report.out()).run(new Progress(System.out));
            return 0;
        }

        private PublicTable understood() {
            try {
                return PublicTable.named(dataset);
            } catch (IllegalArgumentException e) {
                throw new ParameterException(spec.commandLine(), "--dataset: " + e.getMessage());
            }
        }
    }
}
