package org.industrialmind.knowledge.graph;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.EquipmentClass;

/** A graph that lives as long as the test, and can be unplugged. */
public final class InMemoryPlantGraph implements PlantGraph {
    private final Map<AssetId, Asset> assets = new TreeMap<>();
    private final Map<String, EquipmentKnowledge> library = new TreeMap<>();
    private boolean down;

    /** Makes every question fail until it is plugged in again. */
    public void unplug() {
        down = true;
    }

    public void plugIn() {
        down = false;
    }

    @Override
    public void load(List<Asset> loaded, List<EquipmentKnowledge> knowledge) {
        requireUp();
        loaded.forEach(asset -> assets.put(asset.id(), asset));
        knowledge.forEach(known -> library.put(known.equipmentClass().code(), known));
    }

    @Override
    public Optional<Asset> asset(AssetId id) {
        requireUp();
        return Optional.ofNullable(assets.get(id));
    }

    @Override
    public List<Asset> assets() {
        requireUp();
        return List.copyOf(assets.values());
    }

    @Override
    public Optional<EquipmentKnowledge> knowledge(EquipmentClass equipmentClass) {
        requireUp();
        return Optional.ofNullable(library.get(equipmentClass.code()));
    }

    private void requireUp() {
        if (down) {
            throw new GraphUnavailableException("unplugged by the test", new IllegalStateException("unplugged"));
        }
    }
}
