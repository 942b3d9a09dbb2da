package org.industrialmind.learning.format;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.industrialmind.signal.Channel;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.Unit;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A frame schema as JSON. */
public final class SchemaFormat {
    private SchemaFormat() {}

    /** Writes the schema into an empty object. */
    public static void write(FrameSchema schema, ObjectNode into) {
        into.put("equipmentClass", schema.equipmentClass().code());
        into.put("periodNanos", schema.periodNanos());
        into.put("precision", schema.precision().name());
        into.put("id", schema.idText());
        ArrayNode channels = into.putArray("channels");
        for (Channel channel : schema.channels()) {
            channels.addObject()
                    .put("name", channel.name())
                    .put("description", channel.description())
                    .put("unit", channel.unit().ucum())
                    .put("role", channel.role().name());
        }
    }

    /** @throws MalformedFileException if the object is no valid schema, or its id is not that of its content */
    public static FrameSchema read(JsonFields fields) throws IOException {
        try {
            List<Channel> channels = new ArrayList<>();
            for (JsonFields channel : fields.objects("channels")) {
                channels.add(new Channel(
                        channel.text("name"),
                        channel.text("description"),
                        new Unit(channel.text("unit")),
                        Channel.Role.valueOf(channel.text("role"))));
            }
            FrameSchema schema = new FrameSchema(
                    new EquipmentClass(fields.text("equipmentClass")),
                    Duration.ofNanos(fields.whole("periodNanos")),
                    FrameSchema.Precision.valueOf(fields.text("precision")),
                    channels);
            if (!schema.idText().equals(fields.text("id"))) {
                throw fields.malformed("schema id " + fields.text("id")
                        + " does not belong to its content, whose id is " + schema.idText() + "; was the file edited?");
            }
            return schema;
        } catch (IllegalArgumentException invalid) {
            throw fields.malformed(String.valueOf(invalid.getMessage()));
        }
    }
}
