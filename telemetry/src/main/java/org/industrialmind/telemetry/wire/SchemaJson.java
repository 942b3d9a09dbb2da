package org.industrialmind.telemetry.wire;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.industrialmind.signal.Channel;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.Unit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes schemas as JSON and reads them back. */
public final class SchemaJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private SchemaJson() {}

    public static byte[] encode(FrameSchema schema) {
        ObjectNode node = JSON.createObjectNode()
                .put("id", schema.idText())
                .put("equipmentClass", schema.equipmentClass().code())
                .put("periodNanos", schema.periodNanos())
                .put("precision", schema.precision().name());
        ArrayNode channels = node.putArray("channels");
        for (Channel channel : schema.channels()) {
            channels.addObject()
                    .put("name", channel.name())
                    .put("description", channel.description())
                    .put("unit", channel.unit().ucum())
                    .put("role", channel.role().name());
        }
        return JSON.writeValueAsBytes(node);
    }

    /** @throws IllegalArgumentException if the bytes are not a schema, or its id is not that of its content */
    public static FrameSchema decode(byte[] bytes) {
        try {
            JsonNode node = JSON.readTree(bytes);
            List<Channel> channels = new ArrayList<>();
            for (JsonNode channel : node.required("channels")) {
                channels.add(new Channel(
                        channel.required("name").asString(),
                        channel.required("description").asString(),
                        new Unit(channel.required("unit").asString()),
                        Channel.Role.valueOf(channel.required("role").asString())));
            }
            return new FrameSchema(
                    new EquipmentClass(node.required("equipmentClass").asString()),
                    Duration.ofNanos(node.required("periodNanos").asLong()),
                    FrameSchema.Precision.valueOf(node.required("precision").asString()),
                    channels,
                    Long.parseUnsignedLong(node.required("id").asString(), 16));
        } catch (JacksonException invalid) {
            throw new IllegalArgumentException("not a schema: " + invalid.getOriginalMessage(), invalid);
        }
    }
}
