package org.industrialmind.signal;

/**
 * An equipment unit and where it stands.
 *
 * @param name what people call it, such as "Feed water pump A"
 * @param criticality 1 (a nuisance) to 5 (stops the plant)
 */
public record Asset(AssetId id, String name, EquipmentClass equipmentClass, PlantPath path, int criticality) {
    /** @throws IllegalArgumentException if the criticality is not 1 to 5 */
    public Asset {
        if (criticality < 1 || criticality > 5) {
            throw new IllegalArgumentException(
                    "criticality " + criticality + " of " + id + " is not valid: expected 1 to 5");
        }
    }
}
