package org.industrialmind.learning.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of one JSON object in a model file, read strictly: a field that is missing or of another type is a
 * {@link MalformedFileException} that names the file and the field, never a silent default.
 */
public final class JsonFields {
    private static final long LARGEST_FILE = 64L << 20; // a thousand machines of fifty channels take a tenth of it
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Path file;
    private final String path;
    private final JsonNode node;

    private JsonFields(Path file, String path, JsonNode node) {
        this.file = file;
        this.path = path;
        this.node = node;
    }

    /** Reads a file that holds one JSON object. */
    public static JsonFields read(Path file) throws IOException {
        long size = Files.size(file);
        if (size > LARGEST_FILE) {
            throw new MalformedFileException(file, "has " + size + " bytes: expected at most " + LARGEST_FILE);
        }
        return parse(file, Files.readAllBytes(file));
    }

    /** Writes a file that holds one JSON object, for people to read too. */
    public static void write(ObjectNode root, Path file) throws IOException {
        Files.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root));
    }

    static JsonFields parse(Path file, byte[] json) throws IOException {
        try {
            return of(file, "", JSON.readTree(json));
        } catch (JacksonException broken) {
            throw new MalformedFileException(file, "is not valid JSON: " + broken.getOriginalMessage(), broken);
        }
    }

    private static JsonFields of(Path file, String path, JsonNode node) throws IOException {
        if (!node.isObject()) {
            throw new MalformedFileException(
                    file, (path.isEmpty() ? "the file" : path) + " holds " + brief(node) + ": expected a JSON object");
        }
        return new JsonFields(file, path, node);
    }

    public Collection<String> names() {
        return node.propertyNames();
    }

    public boolean has(String field) {
        return node.has(field);
    }

    public String text(String field) throws IOException {
        JsonNode value = required(field);
        if (!value.isString()) {
            throw wrong(field, value, "a text");
        }
        return value.stringValue();
    }

    public double number(String field) throws IOException {
        JsonNode value = required(field);
        if (!value.isNumber()) {
            throw wrong(field, value, "a number");
        }
        return value.doubleValue();
    }

    public int integer(String field) throws IOException {
        JsonNode value = required(field);
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw wrong(field, value, "a whole number");
        }
        return value.intValue();
    }

    public long whole(String field) throws IOException {
        JsonNode value = required(field);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw wrong(field, value, "a whole number");
        }
        return value.longValue();
    }

    public JsonFields object(String field) throws IOException {
        return of(file, at(field), required(field));
    }

    public List<JsonFields> objects(String field) throws IOException {
        JsonNode values = array(field);
        JsonFields[] found = new JsonFields[values.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = of(file, at(field) + "[" + i + "]", values.get(i));
        }
        return List.of(found);
    }

    public double[] numbers(String field) throws IOException {
        JsonNode values = array(field);
        for (JsonNode value : values) {
            if (!value.isNumber()) {
                throw wrong(field, value, "numbers");
            }
        }
        return IntStream.range(0, values.size())
                .mapToDouble(i -> values.get(i).doubleValue())
                .toArray();
    }

    public List<String> texts(String field) throws IOException {
        JsonNode values = array(field);
        String[] found = new String[values.size()];
        for (int i = 0; i < found.length; i++) {
            if (!values.get(i).isString()) {
                throw wrong(field, values.get(i), "texts");
            }
            found[i] = values.get(i).stringValue();
        }
        return List.of(found);
    }

    JsonNode array(String field) throws IOException {
        JsonNode value = required(field);
        if (!value.isArray()) {
            throw wrong(field, value, "a list");
        }
        return value;
    }

    /** Returns the exception that says what is wrong with this object, for checks that go beyond a field's type. */
    public MalformedFileException malformed(String wrong) {
        return new MalformedFileException(file, path.isEmpty() ? wrong : path + ": " + wrong);
    }

    private JsonNode required(String field) throws IOException {
        JsonNode value = node.get(field);
        if (value == null) {
            throw new MalformedFileException(file, "has no field " + at(field));
        }
        return value;
    }

    private MalformedFileException wrong(String field, JsonNode value, String expected) {
        return new MalformedFileException(file, at(field) + " holds " + brief(value) + ": expected " + expected);
    }

    private String at(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    private static String brief(JsonNode node) {
        String text = node.toString();
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }
}
