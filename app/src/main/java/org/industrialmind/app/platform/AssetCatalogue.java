package org.industrialmind.app.platform;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.industrialmind.advisor.alarm.AssetDirectory;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.FrameSchema;

/**
 * The machines that this platform looks after, as whoever delivers their readings has declared them, or as a person has
 * described them, who has the last word; what a person leaves open about the installation stays as declared.
 */
public final class AssetCatalogue implements AssetDirectory {
    private final Map<AssetId, Entry> entries = new ConcurrentSkipListMap<>();

    private record Entry(Asset asset, FrameSchema schema, boolean described) {
        Entry {
            if (!schema.equipmentClass().equals(asset.equipmentClass())) {
                throw new IllegalArgumentException("asset " + asset.id() + " is a " + asset.equipmentClass()
                        + ", but its schema is of a " + schema.equipmentClass());
            }
        }

        /** Returns this entry with the other's installation where it has none. */
        Entry completedBy(Entry other) {
            return asset.installation().isPresent()
                    ? this
                    : other.asset()
                            .installation()
                            .map(so -> new Entry(asset.installed(so), schema, described))
                            .orElse(this);
        }
    }

    /**
     * Declares a machine, or declares it anew; one that a person has described stays as described.
     *
     * @throws IllegalArgumentException if the schema is of another class of equipment
     */
    public void declare(Asset asset, FrameSchema schema) {
        Entry declared = new Entry(asset, schema, false);
        entries.merge(asset.id(), declared, (known, anew) -> known.described() ? known.completedBy(anew) : anew);
    }

    /**
     * Takes a person's description of a machine in place of all that was said of it.
     *
     * @throws IllegalArgumentException if the schema is of another class of equipment
     */
    public void describe(Asset asset, FrameSchema schema) {
        Entry described = new Entry(asset, schema, true);
        entries.merge(asset.id(), described, (known, anew) -> anew.completedBy(known));
    }

    /** Returns all machines, by id. */
    public List<Asset> assets() {
        return entries.values().stream().map(Entry::asset).toList();
    }

    /** Returns what is measured on that machine, or empty for an unknown one. */
    public Optional<FrameSchema> schema(AssetId asset) {
        return Optional.ofNullable(entries.get(asset)).map(Entry::schema);
    }

    @Override
    public Optional<Asset> find(AssetId id) {
        return Optional.ofNullable(entries.get(id)).map(Entry::asset);
    }
}
