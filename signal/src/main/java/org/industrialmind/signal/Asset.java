package org.industrialmind.signal;

import java.util.Optional;

/**
 * An equipment unit and where it stands.
 *
 * @param name what people call it, such as "Feed water pump A"
 * @param criticality 1 (a nuisance) to 5 (stops the plant)
 * @param installation empty where nobody has said it
 */
public record Asset(
        AssetId id,
        String name,
        EquipmentClass equipmentClass,
        PlantPath path,
        int criticality,
        Optional<Installation> installation) {
    /** @throws IllegalArgumentException if the criticality is not 1 to 5 */
    public Asset {
        if (criticality < 1 || criticality > 5) {
            throw new IllegalArgumentException(
                    "criticality " + criticality + " of " + id + " is not valid: expected 1 to 5");
        }
    }

    /** Makes an asset of which nobody has said how powerful it is and how it stands. */
    public Asset(AssetId id, String name, EquipmentClass equipmentClass, PlantPath path, int criticality) {
        this(id, name, equipmentClass, path, criticality, Optional.empty());
    }

    /** Returns the same asset with that installation. */
    public Asset installed(Installation so) {
        return new Asset(id, name, equipmentClass, path, criticality, Optional.of(so));
    }
}
