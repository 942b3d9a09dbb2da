package org.industrialmind.learning.format;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.industrialmind.learning.Provenance;
import tools.jackson.databind.node.ObjectNode;

/** Where a model came from, as JSON. */
public final class ProvenanceFormat {
    private ProvenanceFormat() {}

    /** Writes the provenance into an empty object. */
    public static void write(Provenance provenance, ObjectNode into) {
        into.put("data", provenance.data())
                .put("trainer", provenance.trainer())
                .put("seed", provenance.seed())
                .put("code", provenance.code())
                .put("machine", provenance.machine())
                .put("created", provenance.created().toString());
        ObjectNode settings = into.putObject("settings");
        new TreeMap<>(provenance.settings()).forEach(settings::put);
    }

    /** @throws MalformedFileException if a field is missing or not what it should be */
    public static Provenance read(JsonFields fields) throws IOException {
        Map<String, String> settings = new TreeMap<>();
        JsonFields given = fields.object("settings");
        for (String name : given.names()) {
            settings.put(name, given.text(name));
        }
        try {
            return new Provenance(
                    fields.text("data"),
                    fields.text("trainer"),
                    settings,
                    fields.whole("seed"),
                    fields.text("code"),
                    fields.text("machine"),
                    Instant.parse(fields.text("created")));
        } catch (DateTimeException invalid) {
            throw fields.malformed("created is no time: " + invalid.getMessage());
        }
    }
}
