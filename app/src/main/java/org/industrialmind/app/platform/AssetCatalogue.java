package org.industrialmind.app.platform;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.industrialmind.advisor.alarm.AssetDirectory;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.Installation;

/**
 * The machines that this platform looks after, as whoever delivers their readings has declared them, or as a person has
 * described them, who has the last word; what a person leaves open about the installation stays as declared.
 */
public final class AssetCatalogue implements AssetDirectory {
    private final Map<AssetId, Entry> entries = new ConcurrentSkipListMap<>();

    /** What is said of a machine, and how it stands as whoever delivers its readings has declared. */
    private record Entry(Asset said, FrameSchema schema, boolean described, Optional<Installation> declared) {
        Entry {
            if (!schema.equipmentClass().equals(said.equipmentClass())) {
                throw new IllegalArgumentException("asset " + said.id() + " is a " + said.equipmentClass()
                        + ", but its schema is of a " + schema.equipmentClass());
            }
        }

        Asset asset() {
            return said.installation().isPresent()
                    ? said
                    : declared.map(said::installed).orElse(said);
        }
    }

    /**
     * Declares a machine, or declares it anew; one that a person has described stays as described.
     *
     * @throws IllegalArgumentException if the schema is of another class of equipment
     */
    public void declare(Asset asset, FrameSchema schema) {
        Entry declared = new Entry(asset, schema, false, asset.installation());
        entries.merge(
                asset.id(),
                declared,
                (known, anew) ->
                        known.described() ? new Entry(known.said(), known.schema(), true, anew.declared()) : anew);
    }

    /**
     * Takes a person's description of a machine in place of all that was said of it.
     *
     * @throws IllegalArgumentException if the schema is of another class of equipment
     */
    public void describe(Asset asset, FrameSchema schema) {
        Entry described = new Entry(asset, schema, true, Optional.empty());
        entries.merge(asset.id(), described, (known, anew) -> new Entry(asset, schema, true, known.declared()));
    }

    /** Takes other words for the same channels: machines whose readings come in that schema are measured as it says. */
    void describe(FrameSchema schema) {
        entries.replaceAll((id, known) -> known.schema().id() == schema.id()
                ? new Entry(known.said(), schema, known.described(), known.declared())
                : known);
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
