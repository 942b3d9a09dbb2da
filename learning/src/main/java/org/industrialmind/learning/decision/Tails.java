package org.industrialmind.learning.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.industrialmind.signal.AssetId;

/**
 * The {@link Tail}s of one detector for every machine in every regime.
 *
 * <p>A regime without a tail of its own borrows from its machine, a machine without any from the class: of all that could
 * apply, the largest probability counts.
 */
final class Tails {
    private final Map<Standing, Tail> byStanding;
    private final Map<AssetId, List<Tail>> byAsset = new HashMap<>();
    private final List<Tail> all;

    Tails(Map<Standing, Tail> byStanding) {
        if (byStanding.isEmpty()) {
            throw new IllegalArgumentException("no tails: expected at least one; give more normal windows");
        }
        this.byStanding = new TreeMap<>(byStanding);
        this.all = List.copyOf(this.byStanding.values());
        this.byStanding.forEach(
                (standing, tail) -> byAsset.computeIfAbsent(standing.asset(), asset -> new ArrayList<>())
                        .add(tail));
    }

    double surprise(Standing standing, double score) {
        Tail own = byStanding.get(standing);
        if (own != null) {
            return own.surprise(score);
        }
        double least = Double.POSITIVE_INFINITY;
        for (Tail tail : byAsset.getOrDefault(standing.asset(), all)) {
            least = Math.min(least, tail.surprise(score));
        }
        return least;
    }

    Map<Standing, Tail> byStanding() {
        return byStanding;
    }
}
