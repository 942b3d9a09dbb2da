package org.industrialmind.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.industrialmind.app.training.DetectorKind;
import org.industrialmind.app.training.DetectorTraining;
import org.industrialmind.app.training.TrainingService;
import org.industrialmind.app.training.Trainings;
import org.industrialmind.learning.report.Progress;
import org.industrialmind.learning.selection.BestTrainer;
import org.industrialmind.lifecycle.registry.ModelVersion;
import org.industrialmind.lifecycle.training.TrainingJob;
import org.industrialmind.lifecycle.training.TrainingQueue;
import org.industrialmind.serving.training.TrainingOrder;
import org.industrialmind.signal.ModelRef;
import org.industrialmind.torch.imported.ImportedTrainer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Trains a model on stored readings: as it was trained the last time, but for what is said otherwise. The gate decides
 * whether the new version goes to work.
 */
@Command(
        name = "train",
        description = {
            "Trains a model on what is stored, as the last time but for what you change; the gate decides on its"
                    + " promotion.",
            "Stop the platform first, or name servers that run elsewhere."
        },
        mixinStandardHelpOptions = true)
public final class TrainCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofHours(2);

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Data folder of the platform (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("data");

    @Option(names = "--model", required = true, paramLabel = "NAME", description = "Such as anomaly/centrifugal-pump.")
    private String model = "";

    @Option(
            names = "--detector",
            paramLabel = "KIND",
            completionCandidates = DetectorCodes.class,
            converter = Words.Detector.class,
            description = {
                "One of ${COMPLETION-CANDIDATES} (default: as the last time).",
                "best tries a few on held-out normal windows with made-up faults, shows what they found, and takes one."
            })
    private Optional<DetectorKind> detector = Optional.empty();

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "Your own network for --detector onnx: NAME.onnx, with NAME.json beside it.")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = {
                "Start of the normal span, such as 2026-11-20T00:00:00Z",
                "(default: as the last time; the first training of a model must be told)."
            })
    private Optional<Instant> from = Optional.empty();

    @Option(
            names = "--to",
            paramLabel = "TIME",
            description = "Its end (default: as the last time, or now for a first training).")
    private Optional<Instant> to = Optional.empty();

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the training (default: as the last time, or 7).")
    private Optional<Long> seed = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ServerOptions servers = new ServerOptions();

    @Override
    public Integer call() throws Exception {
        look(TrainingService.imported(data.resolve("models"), model));
        Progress progress = new Progress(System.out);
        try (StoppedPlatform platform = new StoppedPlatform(data, "train", servers, progress)) {
            ModelRef made = train(platform, progress);
            ModelVersion version = platform.registry().find(made).orElseThrow();
            choice(version).forEach(line -> progress.line("  %s", line));
            progress.say(
                    "%s: %s",
                    made,
                    version.champion()
                            ? "promoted by the gate"
                            : "not promoted; " + data.resolve("logs/train.json") + " says why");
            new TreeMap<>(version.metrics()).forEach((name, value) -> progress.line("  %-28s %.6g", name, value));
            Path losses = platform.registry().artifact(made).resolve(DetectorTraining.LOSSES);
            if (Files.exists(losses)) {
                progress.say("Losses over the epochs: %s", losses);
            }
        }
        return 0;
    }

    /** Trains the model; where a training like this one was stopped before it was done, that one goes on. */
    private ModelRef train(StoppedPlatform platform, Progress progress) throws IOException, InterruptedException {
        TrainingQueue queue = platform.trainings();
        TrainingJob job =
                platform.planner().plan(new TrainingOrder(model, detector.map(DetectorKind::code), from, to, seed));
        boolean goesOn = queue.unfinished(job).isPresent();
        UUID id = queue.submitUnlessUnfinished(job); // before the worker starts, which may be done with it soon
        try (FitProgress fits = FitProgress.here(progress);
                TrainingService service = platform.training(fits)) {
            progress.say(
                    goesOn
                            ? "Going on with a %s for %s on %d machines, which was stopped before ..."
                            : "Training a %s for %s on %d machines ...",
                    job.kind(),
                    model,
                    job.assets().size());
            service.start();
            return new Trainings(queue).await(id, PATIENCE);
        }
    }

    /** Sees to a network of the user's own before a server starts, and copies it to where workers find it. */
    private void look(Path kept) {
        boolean imported = detector.filter(DetectorKind::imported).isPresent();
        if (file.isPresent() && !imported) {
            throw refused("--file brings a network for --detector onnx; next: name that detector, or leave it out");
        }
        if (file.isPresent()) {
            try {
                ImportedTrainer.keep(file.get(), kept);
            } catch (IOException wrong) {
                throw refused("--file: " + wrong.getMessage());
            }
        } else if (imported) {
            try {
                TrainingService.requireImported(data.resolve("models"), model);
            } catch (IllegalArgumentException none) {
                throw refused(String.valueOf(none.getMessage()));
            }
        }
    }

    /** Returns what spoke for the detector that was chosen, line by line; nothing where none was. */
    private static Stream<String> choice(ModelVersion version) {
        Map<String, String> settings = version.provenance().settings();
        return Stream.of(BestTrainer.EVIDENCE, BestTrainer.REASON)
                .flatMap(name -> settings.getOrDefault(name, "").lines());
    }

    private ParameterException refused(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
