package org.industrialmind.app.training;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.industrialmind.app.scoring.ModelNames;
import org.industrialmind.lifecycle.training.TrainingJob;
import org.industrialmind.lifecycle.training.TrainingQueue;
import org.industrialmind.lifecycle.training.TrainingState;
import org.industrialmind.lifecycle.training.TrainingStatus;
import org.industrialmind.serving.platform.AssetDirectory;
import org.industrialmind.serving.training.TrainingOrder;
import org.industrialmind.serving.training.TrainingPlanner;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.telemetry.scoring.ScoringConfig;

/**
 * Makes a whole job of what somebody asks for: as the model was trained the last time, but for what is said otherwise, and
 * with the machines that its class has got since. A model that was never trained is one of a class, or of a machine, that the
 * plant has; its first job needs to be told from when on they ran normally.
 */
public final class JobPlanner implements TrainingPlanner {
    private static final DetectorKind FIRST = DetectorKind.GAUSSIAN;
    private static final long FIRST_SEED = 7;
    private static final Duration LONGEST = Duration.ofDays(800);

    private final TrainingQueue queue;
    private final AssetDirectory plant;
    private final ScoringConfig windows;
    private final Path models;
    private final InstantSource clock;

    /**
     * @param windows as they are cut where the model will work
     * @param models the folder of models, with users' own networks
     */
    public JobPlanner(
            TrainingQueue queue, AssetDirectory plant, ScoringConfig windows, Path models, InstantSource clock) {
        this.queue = queue;
        this.plant = plant;
        this.windows = windows;
        this.models = models;
        this.clock = clock;
    }

    @Override
    public TrainingJob plan(TrainingOrder order) {
        TrainingJob job =
                queue.last(order.model()).map(last -> again(last, order)).orElseGet(() -> first(order));
        requireSpan(job);
        if (DetectorKind.parse(job.kind()).imported()) {
            TrainingService.requireImported(models, job.modelName());
        }
        return job;
    }

    private static void requireSpan(TrainingJob job) {
        if (job.from().isBefore(Instant.EPOCH)
                || Duration.between(job.from(), job.to()).compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("the span from " + job.from() + " to " + job.to()
                    + " is longer than the " + LONGEST.toDays()
                    + " days that can be learned from, or begins before 1970"
                    + "; next: give a later 'from' (--from)");
        }
    }

    /** A job like that which has failed, or for other machines or from another time on, goes up to now unless it is said. */
    private TrainingJob again(TrainingStatus known, TrainingOrder order) {
        TrainingJob last = known.job();
        List<AssetId> assets = Stream.concat(
                        last.assets().stream(),
                        machines(order.model(), last.schemaId()).stream().map(Asset::id))
                .distinct()
                .toList();
        boolean repeats = order.from().isEmpty()
                && assets.size() == last.assets().size()
                && !(known.state() instanceof TrainingState.Failed);
        return new TrainingJob(
                order.detector().orElse(last.kind()),
                last.modelName(),
                last.equipmentClass(),
                last.schemaId(),
                assets,
                order.from().orElse(last.from()),
                order.to().orElseGet(() -> repeats ? last.to() : now()),
                last.windowLength(),
                last.stride(),
                order.seed().orElse(last.seed()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private TrainingJob first(TrainingOrder order) {
        List<Asset> all = machines(order.model());
        if (all.isEmpty()) {
            throw new IllegalArgumentException("'" + order.model() + "' has never been trained here, and no machine is"
                    + " judged by a model of that name; next: use one of " + known());
        }
        EquipmentClass equipment = all.getFirst().equipmentClass();
        long schema = plant.schemaOf(equipment).orElseThrow().id();
        Instant from = order.from()
                .orElseThrow(() -> new IllegalArgumentException("'" + order.model() + "' has never been trained here;"
                        + " next: say since when its machines ran normally with 'from' (--from), such as "
                        + clock.instant().truncatedTo(ChronoUnit.HOURS).minus(1, ChronoUnit.DAYS)));
        return new TrainingJob(
                order.detector().orElse(FIRST.code()),
                order.model(),
                equipment,
                schema,
                machines(order.model(), schema).stream().map(Asset::id).toList(),
                from,
                order.to().orElseGet(this::now),
                windows.windowLength(),
                windows.stride(),
                order.seed().orElse(FIRST_SEED));
    }

    /** Returns the machines that a model of that name judges: all of a class, or the one it is called after. */
    private List<Asset> machines(String model) {
        return plant.assets().stream()
                .filter(asset -> model.equals(ModelNames.ofClass(asset.equipmentClass()))
                        || model.equals(ModelNames.ofAsset(asset.equipmentClass(), asset.id())))
                .toList();
    }

    /** Returns those of them whose readings come in that schema. */
    private List<Asset> machines(String model, long schemaId) {
        return machines(model).stream()
                .filter(asset -> plant.schema(asset.id())
                        .filter(schema -> schema.id() == schemaId)
                        .isPresent())
                .toList();
    }

    private Set<String> known() {
        Set<String> names = new TreeSet<>(queue.models());
        plant.assets().forEach(asset -> names.add(ModelNames.ofClass(asset.equipmentClass())));
        return names;
    }
}
