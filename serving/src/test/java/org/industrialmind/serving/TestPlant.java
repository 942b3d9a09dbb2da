package org.industrialmind.serving;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.industrialmind.serving.platform.AssetDirectory;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Channel;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.PlantPath;
import org.industrialmind.signal.Unit;

/** Three pumps, of which the second is not measured and the third has a slash in its tag. */
final class TestPlant implements AssetDirectory, org.industrialmind.advisor.alarm.AssetDirectory {
    static final Asset PUMP = pump("P-101", "Feed water pump A", 5);
    static final Asset SPARE = pump("P-102", "Feed water pump B", 2);
    static final Asset SLASHED = pump("U2/P-103", "Feed water pump of unit 2", 1);
    static final FrameSchema SCHEMA = new FrameSchema(
            PUMP.equipmentClass(),
            Duration.ofSeconds(1),
            FrameSchema.Precision.SINGLE,
            List.of(
                    new Channel("envelope", "Bearing envelope", Unit.ONE, Channel.Role.PROCESS),
                    new Channel("bearing_temp_de", "Bearing temperature", Unit.ONE, Channel.Role.PROCESS)));

    private static Asset pump(String tag, String name, int criticality) {
        return new Asset(
                new AssetId(tag),
                name,
                new EquipmentClass("centrifugal-pump"),
                new PlantPath("North", "Utilities", "Feed water"),
                criticality);
    }

    private final List<Asset> machines = new CopyOnWriteArrayList<>(List.of(PUMP, SPARE, SLASHED));
    private final Map<String, FrameSchema> classes =
            new ConcurrentSkipListMap<>(Map.of(PUMP.equipmentClass().code(), SCHEMA));

    @Override
    public List<Asset> assets() {
        return List.copyOf(machines);
    }

    @Override
    public List<FrameSchema> classes() {
        return List.copyOf(classes.values());
    }

    @Override
    public void describe(FrameSchema schema) {
        requireNothingElseMeasured(schema);
        classes.put(schema.equipmentClass().code(), schema);
    }

    @Override
    public void add(Asset asset) {
        machines.removeIf(known -> known.id().equals(asset.id()));
        machines.add(asset);
    }

    @Override
    public Optional<FrameSchema> schema(AssetId asset) {
        return find(asset).filter(known -> !known.equals(SPARE)).flatMap(known -> schemaOf(known.equipmentClass()));
    }

    @Override
    public Optional<Asset> find(AssetId id) {
        return assets().stream().filter(asset -> asset.id().equals(id)).findFirst();
    }
}
