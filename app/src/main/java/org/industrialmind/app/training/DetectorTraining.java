package org.industrialmind.app.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.industrialmind.app.process.Scratch;
import org.industrialmind.learning.Trainer;
import org.industrialmind.learning.anomaly.AnomalyDetector;
import org.industrialmind.learning.anomaly.Calibration;
import org.industrialmind.learning.anomaly.WindowSet;
import org.industrialmind.learning.evaluation.InjectedFaults;
import org.industrialmind.learning.plot.Chart;
import org.industrialmind.lifecycle.registry.ModelRegistry;
import org.industrialmind.lifecycle.registry.ModelVersion;
import org.industrialmind.lifecycle.registry.PromotionGate;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.telemetry.store.SampleStore;
import org.industrialmind.torch.nn.Logbook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Learns a detector from stored readings and registers it as the next version of its name. */
public final class DetectorTraining {
    /** The picture of the losses among the files of a model that is a network. */
    public static final String LOSSES = "losses.svg";

    private static final Logger LOG = LoggerFactory.getLogger(DetectorTraining.class);

    private final History history;
    private final ModelRegistry registry;
    private final InstantSource clock;

    /**
     * What is to be learned.
     *
     * @param name the name of the model in the registry
     * @param fromNanos start of the span to learn from, inclusive, in which the machines ran normally
     * @param toNanos its end, exclusive
     * @param windowLength rows in a window
     * @param stride rows from one window's end to the next
     */
    public record Task(
            DetectorKind kind,
            String name,
            FrameSchema schema,
            List<AssetId> assets,
            long fromNanos,
            long toNanos,
            int windowLength,
            int stride,
            long seed) {
        public Task {
            assets = List.copyOf(assets);
        }
    }

    public DetectorTraining(SampleStore store, ModelRegistry registry, InstantSource clock) {
        this.history = new History(store);
        this.registry = registry;
        this.clock = clock;
    }

    /** Learns with the kind's default settings and registers; the version is not promoted yet. */
    public ModelVersion run(Task task) {
        return run(task, task.kind().trainer(clock), Logbook.closed());
    }

    /**
     * Learns with a trainer of the task's kind and registers; the version is not promoted yet. Where networks were fitted, a
     * picture of their losses lies beside the files of the model.
     *
     * @param logbook in which the trainer notes its fits
     */
    public ModelVersion run(Task task, Trainer<WindowSet, ? extends AnomalyDetector> trainer, Logbook logbook) {
        WindowSet windows = history.windows(
                task.schema(), task.assets(), task.fromNanos(), task.toNanos(), task.windowLength(), task.stride());
        AnomalyDetector detector = trainer.train(windows, task.seed());
        try {
            try (Scratch scratch = new Scratch(Files.createTempDirectory("industrialmind-model"))) {
                Path folder = scratch.folder();
                task.kind().format().save(detector, folder);
                Optional<Chart> losses =
                        logbook.chart(task.name() + " (" + task.kind().code() + ")");
                if (losses.isPresent()) {
                    Files.write(folder.resolve(LOSSES), losses.get().bytes());
                }
                return registry.register(
                        task.name(),
                        task.kind().code(),
                        folder,
                        detector.provenance(),
                        measured(detector, task, windows));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(
                    "the model " + task.name() + " could not be kept; next: see whether the disk is full", failed);
        }
    }

    /** Adds to the trainer's own held-out numbers those that the promotion gate asks for. */
    private Map<String, Double> measured(AnomalyDetector detector, Task task, WindowSet windows) {
        Map<String, Double> metrics = new TreeMap<>(detector.metrics());
        Double alarms = metrics.get(Calibration.ALARM_SHARE);
        if (alarms != null) {
            metrics.put(PromotionGate.FALSE_ALARM_SHARE, alarms);
        }
        metrics.put(PromotionGate.INJECTED_RECALL, InjectedFaults.recall(detector, windows, task.seed()));
        registry.champion(task.name())
                .flatMap(champion -> recall(champion, windows, task.seed()))
                .ifPresent(recall -> metrics.put(PromotionGate.CHAMPION_RECALL, recall));
        return metrics;
    }

    /** Returns what the champion finds in those windows; of one that cannot be read, what is registered of it, if anything. */
    private Optional<Double> recall(ModelVersion champion, WindowSet windows, long seed) {
        try {
            AnomalyDetector detector =
                    DetectorKind.parse(champion.kind()).format().load(registry.artifact(champion.ref()));
            return Optional.of(InjectedFaults.recall(detector, windows, seed));
        } catch (IOException | IllegalArgumentException unreadable) {
            LOG.warn("event=champion_not_measured model=\"{}\"", champion.ref(), unreadable);
            return Optional.ofNullable(champion.metrics().get(PromotionGate.INJECTED_RECALL));
        }
    }
}
