package org.industrialmind.app.command;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.industrialmind.app.bench.IngestBench;
import org.industrialmind.app.bench.MemoryBench;
import org.industrialmind.app.bench.ScoringBench;
import org.industrialmind.app.training.DetectorKind;
import org.industrialmind.learning.report.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures this machine. */
@Command(
        name = "bench",
        description = "Measures how much this machine takes in and judges, how late, and whether memory stays flat.",
        mixinStandardHelpOptions = true,
        subcommands = {BenchCommand.Ingest.class, BenchCommand.Memory.class, BenchCommand.Scoring.class})
public final class BenchCommand {
    BenchCommand() {}

    /** Measures the way of a reading from its sender to store and judgement. */
    @Command(
            name = "ingest",
            mixinStandardHelpOptions = true,
            description = "Sends readings through log, windows, model and store, beside the same rows as JSON.")
    static final class Ingest implements Callable<Integer> {
        @Option(names = "--seconds", paramLabel = "N", description = "At full load (default: ${DEFAULT-VALUE}).")
        private int seconds = 30;

        @Option(names = "--assets", paramLabel = "N", description = "Machines (default: ${DEFAULT-VALUE}).")
        private int assets = 200;

        @Option(names = "--channels", paramLabel = "N", description = "Values a row (default: ${DEFAULT-VALUE}).")
        private int channels = 50;

        @Option(names = "--no-json", description = "Leave the JSON path out.")
        private boolean withoutJson;

        @Option(names = "--seed", paramLabel = "N", description = "Seed of the readings (default: ${DEFAULT-VALUE}).")
        private long seed = 1;

        @Mixin
        private ReportOption report = new ReportOption();

        @Override
        public Integer call() throws Exception {
            IngestBench.Settings settings = new IngestBench.Settings(
                    Duration.ofSeconds(seconds), assets, channels, !withoutJson, seed, report.out());
            return new IngestBench(settings, new Progress(System.out)).run() ? 0 : 1;
        }
    }

    /** Measures whether memory stays flat. */
    @Command(
            name = "memory",
            mixinStandardHelpOptions = true,
            description = "Watches resident memory over 20,000 training steps and some minutes of streaming.")
    static final class Memory implements Callable<Integer> {
        @Option(names = "--minutes", paramLabel = "N", description = "Of streaming (default: ${DEFAULT-VALUE}).")
        private int minutes = 10;

        @Mixin
        private ReportOption report = new ReportOption();

        @Override
        public Integer call() throws Exception {
            return new MemoryBench(Duration.ofMinutes(minutes), report.out(), new Progress(System.out)).run() ? 0 : 1;
        }
    }

    /** Measures what judging costs. */
    @Command(
            name = "scoring",
            mixinStandardHelpOptions = true,
            description = "Judges one window of 60 rows of 30 tags, then one for each of many models; learns a month.")
    static final class Scoring implements Callable<Integer> {
        @Option(
                names = "--kind",
                paramLabel = "KIND",
                converter = Words.Detector.class,
                description = "Detector, may be repeated (default: all).")
        private List<DetectorKind> kinds = List.of();

        @Option(names = "--models", paramLabel = "N", description = "Held at once (default: ${DEFAULT-VALUE}).")
        private int models = 10_000;

        @Mixin
        private ReportOption report = new ReportOption();

        @Override
        public Integer call() throws Exception {
            List<DetectorKind> chosen = kinds.isEmpty()
                    ? Arrays.stream(DetectorKind.values())
                            .filter(kind -> !kind.imported())
                            .toList()
                    : kinds;
            return new ScoringBench(chosen, models, report.out(), new Progress(System.out)).run() ? 0 : 1;
        }
    }
}
