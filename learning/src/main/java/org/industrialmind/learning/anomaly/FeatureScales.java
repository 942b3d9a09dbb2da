package org.industrialmind.learning.anomaly;

import java.util.List;
import java.util.Map;
import org.industrialmind.signal.AssetId;

/** The feature scale of every machine in each of its regimes. */
record FeatureScales(Map<AssetId, List<FeatureScale>> byAsset) {
    FeatureScales {
        byAsset = Map.copyOf(byAsset);
    }

    /** Returns the scales of the machine, one a regime; none if it is not known. */
    List<FeatureScale> of(AssetId asset) {
        return byAsset.getOrDefault(asset, List.of());
    }

    /** @throws IndexOutOfBoundsException if the machine has no such regime */
    FeatureScale of(AssetId asset, int regime) {
        return of(asset).get(regime);
    }
}
