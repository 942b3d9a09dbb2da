package org.industrialmind.learning.anomaly;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.industrialmind.learning.format.JsonFields;
import org.industrialmind.signal.AssetId;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@link Limits} as JSON, part of the model file of every detector that uses them. Numbers come back exactly. */
public final class LimitsFormat {
    private LimitsFormat() {}

    /** Writes the limits into an empty object. */
    public static void write(Limits limits, ObjectNode into) {
        into.put("fallback", limits.fallback());
        ArrayNode list = into.putArray("calibrated");
        limits.byRegime().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(
                        Comparator.comparing(Limits.Key::asset).thenComparingInt(Limits.Key::regime)))
                .forEach(entry -> list.addObject()
                        .put("asset", entry.getKey().asset().value())
                        .put("regime", entry.getKey().regime())
                        .put("limit", entry.getValue()));
    }

    /**
     * Reads limits back.
     *
     * @throws org.industrialmind.learning.format.MalformedFileException if something is missing or is no limit
     */
    public static Limits read(JsonFields fields) throws IOException {
        Map<Limits.Key, Double> limits = new HashMap<>();
        try {
            for (JsonFields entry : fields.objects("calibrated")) {
                Limits.Key key = new Limits.Key(new AssetId(entry.text("asset")), entry.integer("regime"));
                limits.put(key, entry.number("limit"));
            }
            return new Limits(limits, fields.number("fallback"));
        } catch (IllegalArgumentException invalid) {
            throw fields.malformed(String.valueOf(invalid.getMessage()));
        }
    }
}
