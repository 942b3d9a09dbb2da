package org.industrialmind.signal;

import java.util.List;

/**
 * Where an equipment unit stands, in the levels that ISA-95 and ISO 14224 share.
 *
 * @param site ISA-95 site, ISO 14224 level 3 (installation)
 * @param area ISA-95 area, ISO 14224 level 4 (plant or unit)
 * @param system ISA-95 line or process cell, ISO 14224 level 5 (section or system)
 */
public record PlantPath(String site, String area, String system) {
    /** @throws IllegalArgumentException if a level is blank */
    public PlantPath {
        for (String level : List.of(site, area, system)) {
            if (level.isBlank()) {
                throw new IllegalArgumentException("plant path '" + site + "/" + area + "/" + system
                        + "' has a blank level: expected site, area and system");
            }
        }
    }

    @Override
    public String toString() {
        return site + "/" + area + "/" + system;
    }
}
