package org.industrialmind.lifecycle.training;

import java.time.Instant;
import java.util.List;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.EquipmentClass;

/**
 * A training to be done.
 *
 * @param kind of detector, such as {@code pca}
 * @param modelName under which the result is to be registered
 * @param schemaId of the readings, as in {@link org.industrialmind.signal.FrameSchema#id()}
 * @param assets whose readings to learn from
 * @param from start of the span to learn from, inclusive
 * @param to end of the span, exclusive
 * @param windowLength rows in a window
 * @param stride rows from one window's end to the next
 */
public record TrainingJob(
        String kind,
        String modelName,
        EquipmentClass equipmentClass,
        long schemaId,
        List<AssetId> assets,
        Instant from,
        Instant to,
        int windowLength,
        int stride,
        long seed) {
    public TrainingJob {
        assets = List.copyOf(assets);
        if (kind.isBlank() || modelName.isBlank() || assets.isEmpty() || !from.isBefore(to)) {
            throw new IllegalArgumentException("training job of kind '" + kind + "' for '" + modelName + "' with "
                    + assets.size() + " assets from " + from + " to " + to
                    + " is not valid: expected a kind, a model name, at least one asset and a span that is not empty");
        }
    }
}
