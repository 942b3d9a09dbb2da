package org.industrialmind.app.backtest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.industrialmind.app.training.History;
import org.industrialmind.learning.anomaly.AnomalyDetector;
import org.industrialmind.learning.anomaly.DetectorFormat;
import org.industrialmind.learning.backtest.Arm;
import org.industrialmind.learning.backtest.ArmOrder;
import org.industrialmind.learning.backtest.ArmRecord;
import org.industrialmind.learning.backtest.Backtest;
import org.industrialmind.learning.backtest.BacktestOrder;
import org.industrialmind.learning.backtest.BacktestReport;
import org.industrialmind.lifecycle.registry.ModelRegistry;
import org.industrialmind.lifecycle.registry.ModelVersion;
import org.industrialmind.lifecycle.training.TrainingJob;
import org.industrialmind.lifecycle.training.TrainingQueue;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.ModelRef;
import org.industrialmind.signal.Window;
import org.industrialmind.telemetry.scoring.WindowCutter;
import org.industrialmind.telemetry.store.SampleStore;
import org.industrialmind.telemetry.wire.SchemaSource;

/**
 * Runs backtests over the store with versions from the registry. A version judges the machines and windows that its name
 * was last trained for. Memory does not grow with the span: a page of readings, a batch of windows, a window of each
 * machine and the episodes.
 *
 * <p>Machines are replayed one after the other; where a model's policy promises something to the fleet, block by block, the
 * machines of a block in the order of their training. Live, they come in the order of arrival.
 */
public final class StoredBacktest {
    private static final int BATCH = 256; // windows judged at once: where ONNX Runtime's throughput levels off

    private final History history;
    private final ModelRegistry registry;
    private final TrainingQueue trainings;
    private final SchemaSource schemas;
    private final Map<String, DetectorFormat> formats;

    public StoredBacktest(
            SampleStore store,
            ModelRegistry registry,
            TrainingQueue trainings,
            SchemaSource schemas,
            List<DetectorFormat> formats) {
        this.history = new History(store);
        this.registry = registry;
        this.trainings = trainings;
        this.schemas = schemas;
        this.formats = formats.stream().collect(Collectors.toMap(DetectorFormat::kind, Function.identity()));
    }

    /**
     * Replays the order's history through both arms.
     *
     * @throws IllegalArgumentException if the model, a version, a machine or a reading is not there; the message says what
     *     is
     */
    public BacktestReport run(BacktestOrder order) {
        TrainingJob job = trainings.requireLast(order.model());
        List<AssetId> assets = assets(order, job);
        ModelVersion now = version(order.model(), order.now().version());
        ModelVersion candidate = version(order.model(), order.candidate().version());
        AnomalyDetector nowDetector = load(now);
        AnomalyDetector candidateDetector = candidate.ref().equals(now.ref()) ? nowDetector : load(candidate);
        requireOneLength(nowDetector, candidateDetector, now.ref(), candidate.ref());
        Backtest backtest = new Backtest(
                List.of(arm("now", nowDetector, order.now()), arm("candidate", candidateDetector, order.candidate())));
        FrameSchema schema = schemas.find(job.schemaId())
                .orElseThrow(() -> new IllegalArgumentException("nobody has announced the schema "
                        + Long.toHexString(job.schemaId()) + " of " + job.equipmentClass()
                        + "; next: deliver readings of it first"));
        List<WindowCutter> cutters = assets.stream()
                .map(asset -> new WindowCutter(asset, schema, nowDetector.windowLength(), job.stride()))
                .toList();
        long windows = 0;
        for (long from = order.fromNanos(); from < order.untilNanos(); ) {
            long until = Math.min(
                    order.untilNanos(), backtest.round().map(nextRound(from)).orElse(order.untilNanos()));
            for (WindowCutter cutter : cutters) {
                windows += replay(backtest, cutter, from, until);
            }
            from = until;
        }
        if (windows == 0) {
            throw new IllegalArgumentException(
                    "nothing is stored of " + assets + " in that span; next: choose another");
        }
        List<ArmRecord> records = backtest.records();
        return BacktestReport.of(order, assets, now.ref(), records.getFirst(), candidate.ref(), records.getLast());
    }

    /** Rounds end on whole multiples of their length since the epoch, as blocks do. */
    private static Function<Duration, Long> nextRound(long from) {
        return round -> (Math.floorDiv(from, round.toNanos()) + 1) * round.toNanos();
    }

    private long replay(Backtest backtest, WindowCutter cutter, long fromNanos, long untilNanos) {
        List<Window> batch = new ArrayList<>(BATCH);
        long[] shown = {0};
        history.each(cutter, fromNanos, untilNanos, window -> {
            batch.add(window);
            if (batch.size() == BATCH) {
                backtest.show(batch);
                batch.clear();
            }
            shown[0]++;
        });
        backtest.show(batch);
        return shown[0];
    }

    private static Arm arm(String name, AnomalyDetector detector, ArmOrder order) {
        return new Arm(name, detector, order.rule(), order.limitFactor());
    }

    private static List<AssetId> assets(BacktestOrder order, TrainingJob job) {
        List<AssetId> strangers = order.assets().stream()
                .filter(asset -> !job.assets().contains(asset))
                .toList();
        if (!strangers.isEmpty()) {
            throw new IllegalArgumentException(order.model() + " was not trained for " + strangers + "; it knows "
                    + job.assets() + "; next: choose among these");
        }
        return order.assets().isEmpty() ? job.assets() : order.assets();
    }

    private ModelVersion version(String model, OptionalInt number) {
        return number.isPresent()
                ? registry.find(new ModelRef(model, number.getAsInt()))
                        .orElseThrow(() -> new IllegalArgumentException("there is no version " + number.getAsInt()
                                + " of " + model + "; next: list the versions, or leave it out for the champion"))
                : registry.champion(model)
                        .orElseThrow(() -> new IllegalArgumentException(
                                model + " has no champion; next: name a version, or promote one"));
    }

    private AnomalyDetector load(ModelVersion version) {
        DetectorFormat format = formats.get(version.kind());
        if (format == null) {
            throw new IllegalArgumentException(version.ref() + " is a detector of the kind '" + version.kind()
                    + "', which this program cannot read; it reads " + formats.keySet());
        }
        try {
            return format.load(registry.artifact(version.ref()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the files of " + version.ref() + " cannot be read", unreadable);
        }
    }

    private static void requireOneLength(
            AnomalyDetector now, AnomalyDetector candidate, ModelRef nowRef, ModelRef candidateRef) {
        if (now.windowLength() != candidate.windowLength()) {
            throw new IllegalArgumentException(nowRef + " judges windows of " + now.windowLength() + " rows and "
                    + candidateRef + " of " + candidate.windowLength()
                    + ": expected one length; next: train the candidate on windows of the same length");
        }
    }
}
