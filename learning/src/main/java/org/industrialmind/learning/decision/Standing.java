package org.industrialmind.learning.decision;

import java.util.Comparator;
import org.industrialmind.signal.AssetId;

/** A machine in one of its regimes: within it, scores are compared with each other. */
record Standing(AssetId asset, int regime) implements Comparable<Standing> {
    private static final Comparator<Standing> ORDER =
            Comparator.comparing(Standing::asset).thenComparingInt(Standing::regime);

    @Override
    public int compareTo(Standing other) {
        return ORDER.compare(this, other);
    }
}
