package org.industrialmind.serving.platform;

import java.util.List;
import java.util.Optional;
import org.industrialmind.serving.web.Problem;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.FrameSchema;
import org.springframework.http.HttpStatus;

/** Which machines there are, and what is measured on each. */
public interface AssetDirectory {
    /** Returns all assets, by id. */
    List<Asset> assets();

    /** Returns the schema in which the asset's readings come, or empty for an unknown asset. */
    Optional<FrameSchema> schema(AssetId asset);

    /** Returns what is measured on the machines of each class that is known, by class. */
    List<FrameSchema> classes();

    /** Returns what is measured on the machines of that class, or empty if nobody has said. */
    default Optional<FrameSchema> schemaOf(EquipmentClass equipmentClass) {
        return classes().stream()
                .filter(schema -> schema.equipmentClass().equals(equipmentClass))
                .findFirst();
    }

    /**
     * Says what is measured on the machines of a class, for good: a restart knows it too.
     *
     * @throws Problem if the class has machines already, on which something else is measured
     */
    void describe(FrameSchema schema);

    /** Makes sure that the class has no machines yet, or that just this is measured on them. */
    default void requireNothingElseMeasured(FrameSchema schema) {
        long machines = assets().stream()
                .filter(asset -> asset.equipmentClass().equals(schema.equipmentClass()))
                .count();
        boolean same = schemaOf(schema.equipmentClass())
                .filter(known -> known.id() == schema.id())
                .isPresent();
        if (!same && machines > 0) {
            throw new Problem(
                    HttpStatus.CONFLICT,
                    "there are " + machines + " machines of the class " + schema.equipmentClass()
                            + " already, on which something else is measured",
                    "give the new class another name, such as " + schema.equipmentClass() + "-2");
        }
    }

    /** Adds a machine, or changes what is said of it, for good: a restart knows it too. Its class must have a schema. */
    void add(Asset asset);

    default Optional<Asset> find(AssetId id) {
        return assets().stream().filter(asset -> asset.id().equals(id)).findFirst();
    }
}
