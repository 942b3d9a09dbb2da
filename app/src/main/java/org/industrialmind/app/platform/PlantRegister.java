package org.industrialmind.app.platform;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.apache.kafka.common.KafkaException;
import org.industrialmind.serving.platform.AddedAssets;
import org.industrialmind.serving.platform.AddedClasses;
import org.industrialmind.serving.platform.AssetDirectory;
import org.industrialmind.serving.web.Problem;
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
        keptClasses.all().forEach(schema -> described.put(schema.equipmentClass(), schema));
        for (AddedAssets.Added added : kept.all()) {
            Optional.ofNullable(described.get(added.asset().equipmentClass()))
                    .filter(schema -> schema.id() == added.schemaId())
                    .or(() -> schemas.find(added.schemaId()))
                    .ifPresentOrElse(
                            schema -> catalogue.describe(added.asset(), schema),
                            () -> LOG.warn(
                                    "event=asset-without-schema asset={} next=\"add it again when its class is known\"",
                                    added.asset().id()));
        }
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

    /**
     * Makes sure that machines of that schema can be declared.
     *
     * @throws IllegalStateException if people have described their class with other channels
     */
    void requireSameClass(FrameSchema schema) {
        FrameSchema said = described.getOrDefault(schema.equipmentClass(), schema);
        if (said.id() != schema.id()) {
            throw new IllegalStateException("the class " + schema.equipmentClass()
                    + " has been described here with other channels than are delivered now;"
                    + " next: run without the simulated plant (--without-plant), or in another folder (--data DIR)");
        }
    }

    @Override
    public synchronized void describe(FrameSchema schema) {
        requireNothingElseMeasured(schema);
        announce(schema);
        keptClasses.keep(schema);
        described.put(schema.equipmentClass(), schema);
        catalogue.describe(schema);
    }

    @Override
    public synchronized void add(Asset asset) {
        FrameSchema schema = schemaOf(asset.equipmentClass())
                .orElseThrow(
                        () -> new IllegalArgumentException("no schema of a " + asset.equipmentClass() + " is known"));
        announce(schema);
        kept.keep(new AddedAssets.Added(asset, schema.id()));
        catalogue.describe(asset, schema);
    }

    private void announce(FrameSchema schema) {
        try {
            schemas.announce(schema);
        } catch (KafkaException | IllegalStateException away) {
            throw Problem.logAway(
                    "what is measured on a " + schema.equipmentClass() + " could not be made known", away);
        }
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
