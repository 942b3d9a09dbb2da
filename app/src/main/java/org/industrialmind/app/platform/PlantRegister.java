package org.industrialmind.app.platform;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.industrialmind.serving.platform.AddedAssets;
import org.industrialmind.serving.platform.AddedClasses;
import org.industrialmind.serving.platform.AssetDirectory;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.telemetry.wire.SchemaCatalogue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The catalogue of machines as the edge sees it: classes and machines that people add are kept, and known after a restart. */
public final class PlantRegister implements AssetDirectory {
    private static final Logger LOG = LoggerFactory.getLogger(PlantRegister.class);

    private final AssetCatalogue catalogue;
    private final AddedAssets kept;
    private final AddedClasses keptClasses;
    private final SchemaCatalogue schemas;
    private final Map<EquipmentClass, FrameSchema> described = new ConcurrentHashMap<>();

    /** Opens what is kept in that database. */
    public PlantRegister(AssetCatalogue catalogue, DataSource database, SchemaCatalogue schemas) {
        this.catalogue = catalogue;
        this.kept = new AddedAssets(database);
        this.keptClasses = new AddedClasses(database);
        this.schemas = schemas;
    }

    /** Takes in the classes and machines that were added before. */
    public void load() {
        keptClasses
                .all()
                .forEach((code, id) ->
                        known(id, "class " + code).ifPresent(schema -> described.put(schema.equipmentClass(), schema)));
        for (AddedAssets.Added added : kept.all()) {
            known(added.schemaId(), "asset " + added.asset().id())
                    .ifPresent(schema -> catalogue.describe(added.asset(), schema));
        }
    }

    private Optional<FrameSchema> known(long schemaId, String of) {
        Optional<FrameSchema> schema = schemas.find(schemaId);
        if (schema.isEmpty()) {
            LOG.warn("event=schema-missing of=\"{}\" next=\"describe its class again, then add it again\"", of);
        }
        return schema;
    }

    @Override
    public List<FrameSchema> classes() {
        Map<EquipmentClass, FrameSchema> all = new TreeMap<>(Comparator.comparing(EquipmentClass::code));
        all.putAll(described);
        for (Asset asset : catalogue.assets()) { // what is measured on a machine has the last word
            catalogue.schema(asset.id()).ifPresent(schema -> all.put(asset.equipmentClass(), schema));
        }
        return List.copyOf(all.values());
    }

    @Override
    public void describe(FrameSchema schema) {
        schemas.announce(schema);
        keptClasses.keep(schema.equipmentClass(), schema.id());
        described.put(schema.equipmentClass(), schema);
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
