package org.industrialmind.app.platform;

import java.util.List;
import java.util.Optional;
import org.industrialmind.knowledge.graph.EquipmentKnowledge;
import org.industrialmind.knowledge.graph.GraphUnavailableException;
import org.industrialmind.knowledge.graph.PlantGraph;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.EquipmentClass;
import org.jspecify.annotations.Nullable;

/** The plant's graph before and after it has come up: until then every question says that it is not there yet. */
final class LateGraph implements PlantGraph {
    private volatile @Nullable PlantGraph graph;

    void connect(PlantGraph connected) {
        graph = connected;
    }

    boolean connected() {
        return graph != null;
    }

    private PlantGraph graph() {
        PlantGraph connected = graph;
        if (connected == null) {
            throw new GraphUnavailableException("the plant graph has not come up yet");
        }
        return connected;
    }

    @Override
    public void load(List<Asset> assets, List<EquipmentKnowledge> library) {
        graph().load(assets, library);
    }

    @Override
    public Optional<Asset> asset(AssetId id) {
        return graph().asset(id);
    }

    @Override
    public List<Asset> assets() {
        return graph().assets();
    }

    @Override
    public Optional<EquipmentKnowledge> knowledge(EquipmentClass equipmentClass) {
        return graph().knowledge(equipmentClass);
    }
}
