package org.industrialmind.learning.prognosis.format;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.industrialmind.learning.Provenance;
import org.industrialmind.learning.format.JsonFields;
import org.industrialmind.learning.format.ProvenanceFormat;
import org.industrialmind.learning.prognosis.FleetSchema;
import org.industrialmind.learning.prognosis.LifeQuestion;
import org.industrialmind.learning.prognosis.RemainingLifeModel;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the JSON file of every model of remaining life begins with: its kind, the version of its format, what the machines
 * report, what is asked, and where the model came from.
 */
public record LifeHead(FleetSchema schema, LifeQuestion question, Provenance provenance) {
    /** Writes the head of a model into an empty object. */
    public static void write(RemainingLifeModel model, int format, ObjectNode into) {
        into.put("kind", model.kind()).put("format", format);
        ObjectNode schema = into.putObject("schema");
        schema.put("fleet", model.schema().fleet())
                .put("lifeUnit", model.schema().lifeUnit());
        model.schema().settings().forEach(schema.putArray("settings")::add);
        model.schema().sensors().forEach(schema.putArray("sensors")::add);
        ObjectNode question = into.putObject("question");
        model.question().levels().forEach(question.putArray("levels")::add);
        question.put("horizon", model.question().horizon());
        if (Double.isFinite(model.question().longest())) {
            question.put("longest", model.question().longest()); // JSON knows no infinity
        }
        ProvenanceFormat.write(model.provenance(), into.putObject("provenance"));
    }

    /**
     * Reads a head back.
     *
     * @throws org.industrialmind.learning.format.MalformedFileException if the file is of another kind or format, or a field
     *     is not what it should be
     */
    public static LifeHead read(JsonFields root, String kind, int format) throws IOException {
        if (!root.text("kind").equals(kind) || root.integer("format") != format) {
            throw root.malformed("holds kind " + root.text("kind") + " in format " + root.integer("format")
                    + ": expected " + kind + " in format " + format + "; train the model again");
        }
        JsonFields schema = root.object("schema");
        try {
            return new LifeHead(
                    new FleetSchema(
                            schema.text("fleet"),
                            schema.texts("settings"),
                            schema.texts("sensors"),
                            schema.text("lifeUnit")),
                    question(root.object("question")),
                    ProvenanceFormat.read(root.object("provenance")));
        } catch (IllegalArgumentException invalid) {
            throw root.malformed(String.valueOf(invalid.getMessage()));
        }
    }

    private static LifeQuestion question(JsonFields fields) throws IOException {
        List<Double> levels = Arrays.stream(fields.numbers("levels")).boxed().toList();
        double longest = fields.has("longest") ? fields.number("longest") : Double.POSITIVE_INFINITY;
        return new LifeQuestion(levels, fields.number("horizon"), longest);
    }
}
