package org.industrialmind.app.scoring;

import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.EquipmentClass;

/** How detectors are named in the registry. */
public final class ModelNames {
    private ModelNames() {}

    /** Returns the name of the detector of all machines of that class. */
    public static String ofClass(EquipmentClass equipment) {
        return "anomaly/" + equipment.code();
    }

    /** Returns the name of the detector of one machine. */
    public static String ofAsset(EquipmentClass equipment, AssetId asset) {
        return "anomaly/" + equipment.code() + "/" + asset.value();
    }
}
