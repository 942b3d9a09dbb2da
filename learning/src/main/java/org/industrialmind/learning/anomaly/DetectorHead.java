package org.industrialmind.learning.anomaly;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.industrialmind.learning.Provenance;
import org.industrialmind.learning.format.JsonFields;
import org.industrialmind.learning.format.ProvenanceFormat;
import tools.jackson.databind.node.ObjectNode;

/** What the JSON file of every detector begins with: its kind, the version of its format, and what is known of the model. */
public record DetectorHead(Provenance provenance, Map<String, Double> metrics) {
    public DetectorHead {
        metrics = Map.copyOf(metrics);
    }

    /** Writes the head of a detector into an empty object. */
    public static void write(AnomalyDetector detector, int format, ObjectNode into) {
        into.put("kind", detector.kind()).put("format", format);
        ProvenanceFormat.write(detector.provenance(), into.putObject("provenance"));
        ObjectNode metrics = into.putObject("metrics");
        new TreeMap<>(detector.metrics()).forEach(metrics::put);
    }

    /**
     * Reads a head back.
     *
     * @throws org.industrialmind.learning.format.MalformedFileException if the file is of another kind or format
     */
    public static DetectorHead read(JsonFields root, String kind, int format) throws IOException {
        if (!root.text("kind").equals(kind) || root.integer("format") != format) {
            throw root.malformed("holds kind " + root.text("kind") + " in format " + root.integer("format")
                    + ": expected " + kind + " in format " + format + "; train the model again");
        }
        Map<String, Double> metrics = new TreeMap<>();
        JsonFields kept = root.object("metrics");
        for (String name : kept.names()) {
            metrics.put(name, kept.number(name));
        }
        return new DetectorHead(ProvenanceFormat.read(root.object("provenance")), metrics);
    }
}
