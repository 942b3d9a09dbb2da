package org.industrialmind.knowledge.graph;

import java.util.List;
import org.industrialmind.signal.EquipmentClass;

/** What is known of a class of equipment: the ways in which it fails and what shows each of them. */
public record EquipmentKnowledge(EquipmentClass equipmentClass, String name, List<FailureMode> modes) {
    public EquipmentKnowledge {
        modes = List.copyOf(modes);
    }
}
