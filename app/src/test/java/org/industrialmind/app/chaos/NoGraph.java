package org.industrialmind.app.chaos;

import java.util.List;
import java.util.Optional;
import org.industrialmind.knowledge.graph.EquipmentKnowledge;
import org.industrialmind.knowledge.graph.GraphUnavailableException;
import org.industrialmind.knowledge.graph.PlantGraph;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.EquipmentClass;

/** A graph that is not there. */
final class NoGraph implements PlantGraph {
    @Override
    public void load(List<Asset> assets, List<EquipmentKnowledge> library) {
        throw absent();
    }

    @Override
    public Optional<Asset> asset(AssetId id) {
        throw absent();
    }

    @Override
    public List<Asset> assets() {
        throw absent();
    }

    @Override
    public Optional<EquipmentKnowledge> knowledge(EquipmentClass equipmentClass) {
        throw absent();
    }

    private static GraphUnavailableException absent() {
        return new GraphUnavailableException("there is no graph in this test");
    }
}
