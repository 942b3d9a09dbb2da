package org.industrialmind.learning.novelty;

import java.util.Map;
import java.util.TreeMap;
import org.industrialmind.learning.anomaly.Baseline;
import org.industrialmind.signal.AssetId;

/** Numbers the ways of running of all machines: those of the first by tag come first. */
final class Places {
    private final Map<AssetId, Integer> first = new TreeMap<>();
    private final int count;

    Places(Baseline baseline) {
        int next = 0;
        for (AssetId asset : baseline.assets()) {
            first.put(asset, next);
            next += baseline.regimes(asset);
        }
        count = next;
    }

    /** Returns the number of a known machine's regime. */
    int of(AssetId asset, int regime) {
        return first.getOrDefault(asset, 0) + regime;
    }

    int count() {
        return count;
    }
}
