package org.industrialmind.app.feed;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.industrialmind.app.platform.Platform;
import org.industrialmind.app.scoring.ModelNames;
import org.industrialmind.app.training.DetectorKind;
import org.industrialmind.lifecycle.registry.ModelRegistry;
import org.industrialmind.lifecycle.training.TrainingJob;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.simulator.plant.Plant;
import org.industrialmind.telemetry.scoring.ScoringConfig;

/** A simulated plant as the platform sees it: machines to declare, readings to learn from. */
public final class DemoPlant {
    private final Plant plant;
    private final Map<EquipmentClass, FrameSchema> schemas;

    public DemoPlant(Plant plant) {
        this.plant = plant;
        this.schemas =
                plant.schemas().stream().collect(Collectors.toMap(FrameSchema::equipmentClass, Function.identity()));
    }

    /** Makes the plant's machines known to the platform. */
    public void declareTo(Platform platform) {
        for (Asset asset : plant.assets()) {
            platform.declare(asset, schema(asset.equipmentClass()));
        }
    }

    /** Returns whether a model of one of its classes is at work, as after the first start. */
    public boolean learned(ModelRegistry registry) {
        return schemas.keySet().stream()
                .anyMatch(equipment ->
                        registry.champion(ModelNames.ofClass(equipment)).isPresent());
    }

    /**
     * Returns the time of the newest reading of its machines, if there is one.
     *
     * @param latest answers with the newest row of a machine, such as a store does
     */
    public Optional<Instant> newest(BiFunction<AssetId, FrameSchema, Optional<Frame>> latest) {
        return plant.assets().stream()
                .flatMap(asset -> latest.apply(asset.id(), schema(asset.equipmentClass())).stream())
                .map(frame -> Instant.EPOCH.plusNanos(frame.time(0)))
                .max(Comparator.naturalOrder());
    }

    /** Returns a job for each class of equipment: learn what is normal from the readings of that span. */
    public List<TrainingJob> learnNormal(
            DetectorKind kind, Instant from, Instant to, ScoringConfig windows, long seed) {
        return schemas.keySet().stream()
                .sorted(Comparator.comparing(EquipmentClass::code))
                .map(equipment -> learnNormal(kind, equipment, from, to, windows, seed))
                .toList();
    }

    /** Returns the job for one class of equipment. */
    public TrainingJob learnNormal(
            DetectorKind kind, EquipmentClass equipment, Instant from, Instant to, ScoringConfig windows, long seed) {
        List<AssetId> assets = plant.assets().stream()
                .filter(asset -> asset.equipmentClass().equals(equipment))
                .map(Asset::id)
                .toList();
        return new TrainingJob(
                kind.code(),
                ModelNames.ofClass(equipment),
                equipment,
                schema(equipment).id(),
                assets,
                from,
                to,
                windows.windowLength(),
                windows.stride(),
                seed);
    }

    private FrameSchema schema(EquipmentClass equipment) {
        FrameSchema schema = schemas.get(equipment);
        if (schema == null) {
            throw new IllegalArgumentException("this plant has no " + equipment + ", only " + schemas.keySet());
        }
        return schema;
    }
}
