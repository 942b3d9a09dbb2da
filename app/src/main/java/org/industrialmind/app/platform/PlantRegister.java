package org.industrialmind.app.platform;

import java.util.List;
import java.util.Optional;
import org.industrialmind.serving.platform.AddedAssets;
import org.industrialmind.serving.platform.AssetDirectory;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.telemetry.wire.SchemaCatalogue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The catalogue of machines as the edge sees it: those that people add are kept, and known after a restart. */
final class PlantRegister implements AssetDirectory {
    private static final Logger LOG = LoggerFactory.getLogger(PlantRegister.class);

    private final AssetCatalogue catalogue;
    private final AddedAssets kept;
    private final SchemaCatalogue schemas;

    PlantRegister(AssetCatalogue catalogue, AddedAssets kept, SchemaCatalogue schemas) {
        this.catalogue = catalogue;
        this.kept = kept;
        this.schemas = schemas;
    }

    /** Takes in the machines that were added before. */
    void load() {
        for (AddedAssets.Added added : kept.all()) {
            schemas.find(added.schemaId())
                    .ifPresentOrElse(
                            schema -> catalogue.describe(added.asset(), schema),
                            () -> LOG.warn(
                                    "event=asset-without-schema asset={} next=\"add it again when its class is known\"",
                                    added.asset().id()));
        }
    }

    @Override
    public void add(Asset asset) {
        FrameSchema schema = schemaOf(asset.equipmentClass())
                .orElseThrow(
                        () -> new IllegalArgumentException("no schema of a " + asset.equipmentClass() + " is known"));
        schemas.announce(schema);
        kept.keep(new AddedAssets.Added(asset, schema.id()));
        catalogue.describe(asset, schema);
    }

    @Override
    public List<Asset> assets() {
        return catalogue.assets();
    }

    @Override
    public Optional<FrameSchema> schema(AssetId asset) {
        return catalogue.schema(asset);
    }

    @Override
    public Optional<Asset> find(AssetId id) {
        return catalogue.find(id);
    }
}
