package org.industrialmind.knowledge.graph;

import java.util.List;
import java.util.Optional;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.EquipmentClass;

/**
 * Questions to the plant's graph. Every answer comes from the graph of the moment; nothing is cached here.
 *
 * @see GraphUnavailableException every method may throw it; callers carry on without the answer and say so
 */
public interface PlantGraph {
    /** Writes assets and the library of equipment classes into the graph; what is there already is updated. */
    void load(List<Asset> assets, List<EquipmentKnowledge> library);

    Optional<Asset> asset(AssetId id);

    /** Returns all assets, by id. */
    List<Asset> assets();

    /** Returns what is known of that class of equipment, or empty if the graph knows nothing of it. */
    Optional<EquipmentKnowledge> knowledge(EquipmentClass equipmentClass);
}
