package org.industrialmind.advisor.prognosis;

import java.util.Optional;
import java.util.Set;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.AssetId;

/** Tells the remaining lives that follow from what the alarm desk has taken in. Safe for use by many threads and many processes. */
public interface PrognosisDesk {
    /** Returns the prognosis of that machine, or empty if no window of it has been judged yet. */
    Optional<Prognosis> of(Asset asset);

    /** Returns the machines that are on a path now. */
    Set<AssetId> onPaths();
}
