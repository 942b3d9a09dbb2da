package org.industrialmind.learning.selection;

import java.util.Map;
import java.util.TreeMap;
import org.industrialmind.signal.AssetId;

/**
 * Which detector each machine of a class gets.
 *
 * @param whole what the class as a whole would get, from all its machines together
 * @param byAsset what each machine with enough windows of its own gets
 */
public record Selection(Choice whole, Map<AssetId, Choice> byAsset) {
    public Selection {
        byAsset = Map.copyOf(new TreeMap<>(byAsset));
    }

    /** Returns the choice for a machine: its own, or that of the class. */
    public Choice of(AssetId asset) {
        return byAsset.getOrDefault(asset, whole);
    }
}
