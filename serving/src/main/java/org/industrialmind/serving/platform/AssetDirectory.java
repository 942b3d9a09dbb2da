package org.industrialmind.serving.platform;

import java.util.List;
import java.util.Optional;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.FrameSchema;

/** Which machines there are, and what is measured on each. */
public interface AssetDirectory {
    /** Returns all assets, by id. */
    List<Asset> assets();

    /** Returns the schema in which the asset's readings come, or empty for an unknown asset. */
    Optional<FrameSchema> schema(AssetId asset);

    /** Returns the schema of a class of which there is a machine already. */
    default Optional<FrameSchema> schemaOf(EquipmentClass equipmentClass) {
        return assets().stream()
                .filter(asset -> asset.equipmentClass().equals(equipmentClass))
                .flatMap(asset -> schema(asset.id()).stream())
                .findFirst();
    }

    /** Adds a machine, or changes what is said of it, for good: a restart knows it too. Its class must have a schema. */
    void add(Asset asset);

    default Optional<Asset> find(AssetId id) {
        return assets().stream().filter(asset -> asset.id().equals(id)).findFirst();
    }
}
