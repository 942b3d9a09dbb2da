package org.industrialmind.advisor.alarm;

import java.util.Optional;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.AssetId;

/** Says what an asset is called and how much depends on it; asked for every alarm, so it should answer from memory. */
@FunctionalInterface
public interface AssetDirectory {
    Optional<Asset> find(AssetId id);
}
