package org.industrialmind.app.bench;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.FrameSchema;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Rows as JSON objects, one a row: {@code {"asset": ..., "time": ..., "sensor_000": ...}}, the way readings are usually
 * put on a log. Written and read as a stream of tokens, which is the fastest way that Jackson has.
 */
final class JsonRows {
    private static final JsonFactory JSON = new JsonFactory();

    private final FrameSchema schema;
    private final Map<String, Integer> columns = new HashMap<>();

    /** One row, read back: a value that was absent is {@code NaN}. */
    static final class Row {
        final AssetId asset;
        final long time;
        final double[] values;

        Row(AssetId asset, long time, double[] values) {
            this.asset = asset;
            this.time = time;
            this.values = values;
        }
    }

    JsonRows(FrameSchema schema) {
        this.schema = schema;
        for (int channel = 0; channel < schema.width(); channel++) {
            columns.put(schema.channel(channel).name(), channel);
        }
    }

    byte[] encode(Frame frame, int row) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(32 * schema.width());
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            json.writeStringProperty("asset", frame.asset().value());
            json.writeNumberProperty("time", frame.time(row));
            for (int channel = 0; channel < schema.width(); channel++) {
                json.writeNumberProperty(schema.channel(channel).name(), (float) frame.value(row, channel));
            }
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    /** @throws IllegalArgumentException if the object lacks an asset */
    Row decode(byte[] bytes) {
        double[] values = new double[schema.width()];
        Arrays.fill(values, Double.NaN);
        String asset = "";
        long time = 0;
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), bytes)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                json.nextToken();
                Integer column = columns.get(name);
                if (column != null) {
                    values[column] = json.getFloatValue();
                } else if (name.equals("time")) {
                    time = json.getLongValue();
                } else if (name.equals("asset")) {
                    asset = json.getString();
                }
            }
        }
        return new Row(new AssetId(asset), time, values);
    }
}
