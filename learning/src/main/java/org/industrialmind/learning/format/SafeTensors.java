package org.industrialmind.learning.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Named tensors in a file, in the safetensors format: data only, nothing that could run.
 *
 * <p>The file is a 64-bit little-endian length, a JSON header of that many bytes, and the numbers. The header names each
 * tensor with its type, its shape and where its bytes begin and end. What is read is believed only after it has been
 * checked: no length is allocated before the file is known to be that long, the tensors must lie one after the other
 * without gap or overlap and fill the file to its end, and each must be exactly as long as its shape says.
 *
 * <p>Types F64, F32 and I64; a file of at most 2 GiB per tensor. Written files are the same byte for byte for the same
 * tensors: wide types first, then by name, the header padded so that the numbers are aligned to 8 bytes.
 *
 * @param tensors by name
 * @param metadata free text by name, which the format keeps under {@code __metadata__}
 * @see "safetensors, README.md of the reference implementation, section Format"
 */
public record SafeTensors(Map<String, Tensor> tensors, Map<String, String> metadata) {
    static final int LENGTH_BYTES = Long.BYTES;
    static final String METADATA = "__metadata__";

    private static final int ALIGNMENT = 8;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public SafeTensors {
        tensors = Map.copyOf(tensors);
        metadata = Map.copyOf(metadata);
        if (tensors.containsKey(METADATA)) {
            throw new IllegalArgumentException(
                    "a tensor cannot be called " + METADATA + ": the format keeps its metadata" + " under that name");
        }
    }

    /** Keeps tensors without metadata. */
    public SafeTensors(Map<String, Tensor> tensors) {
        this(tensors, Map.of());
    }

    /**
     * Reads a file.
     *
     * @throws MalformedFileException if the file breaks the format or holds a type that is not supported
     */
    public static SafeTensors read(Path file) throws IOException {
        return SafeTensorsReader.read(file);
    }

    /**
     * Returns the tensor of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Tensor tensor(String name) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("no tensor " + name + " among " + new TreeMap<>(tensors).keySet());
        }
        return tensor;
    }

    /** Writes the file, replacing what is there. */
    public void write(Path file) throws IOException {
        List<Map.Entry<String, Tensor>> order = new TreeMap<>(tensors)
                .entrySet().stream()
                        .sorted(Comparator.comparing((Map.Entry<String, Tensor> e) ->
                                -e.getValue().type().bytes()))
                        .toList();
        byte[] header = header(order);
        ByteBuffer head = ByteBuffer.allocate(LENGTH_BYTES + header.length).order(ByteOrder.LITTLE_ENDIAN);
        head.putLong(header.length).put(header).flip();
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            writeFully(channel, head);
            for (Map.Entry<String, Tensor> entry : order) {
                writeFully(channel, entry.getValue().bytes());
            }
        }
    }

    private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private byte[] header(List<Map.Entry<String, Tensor>> order) {
        ObjectNode root = JSON.createObjectNode();
        if (!metadata.isEmpty()) {
            ObjectNode texts = root.putObject(METADATA);
            new TreeMap<>(metadata).forEach(texts::put);
        }
        long begin = 0;
        for (Map.Entry<String, Tensor> entry : order) {
            Tensor tensor = entry.getValue();
            ObjectNode described = root.putObject(entry.getKey());
            described.put("dtype", tensor.type().name());
            ArrayNode shape = described.putArray("shape");
            tensor.shape().forEach(shape::add);
            long end = begin + tensor.bytes().remaining();
            described.putArray("data_offsets").add(begin).add(end);
            begin = end;
        }
        byte[] json = JSON.writeValueAsString(root).getBytes(StandardCharsets.UTF_8);
        int padded = (LENGTH_BYTES + json.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT - LENGTH_BYTES;
        byte[] header = new byte[padded];
        Arrays.fill(header, (byte) ' ');
        System.arraycopy(json, 0, header, 0, json.length);
        return header;
    }
}
