package org.industrialmind.serving;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.industrialmind.serving.platform.AssetDirectory;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Channel;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.PlantPath;
import org.industrialmind.signal.Unit;

/** Two pumps, of which nothing but the first is measured. */
final class TestPlant implements AssetDirectory, org.industrialmind.advisor.alarm.AssetDirectory {
    static final Asset PUMP = pump("P-101", "Feed water pump A", 5);
    static final Asset SPARE = pump("P-102", "Feed water pump B", 2);
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

    @Override
    public List<Asset> assets() {
        return List.of(PUMP, SPARE);
    }

    @Override
    public Optional<FrameSchema> schema(AssetId asset) {
        return asset.equals(PUMP.id()) ? Optional.of(SCHEMA) : Optional.empty();
    }

    @Override
    public Optional<Asset> find(AssetId id) {
        return assets().stream().filter(asset -> asset.id().equals(id)).findFirst();
    }
}
