package org.industrialmind.learning.format;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads a safetensors file and believes nothing in it that has not been checked. */
final class SafeTensorsReader {
    /** More than a hundred thousand tensors' worth; a longer header is an attack or a mistake. */
    static final long LONGEST_HEADER = 16L << 20;

    /** Where a tensor lies, as the header says. */
    private record Entry(String name, Tensor.Type type, List<Long> shape, long begin, long end) {}

    private final Path file;
    private final FileChannel channel;
    private final long size;

    private SafeTensorsReader(Path file, FileChannel channel) throws IOException {
        this.file = file;
        this.channel = channel;
        this.size = channel.size();
    }

    static SafeTensors read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return new SafeTensorsReader(file, channel).read();
        }
    }

    private SafeTensors read() throws IOException {
        long headerLength = headerLength();
        long dataStart = SafeTensors.LENGTH_BYTES + headerLength;
        byte[] header = bytes(SafeTensors.LENGTH_BYTES, headerLength).array();
        if (header.length == 0 || header[0] != '{') {
            throw malformed("the header does not begin with '{'");
        }
        JsonFields root = JsonFields.parse(file, header);
        Map<String, String> metadata = new HashMap<>();
        List<Entry> entries = new ArrayList<>();
        for (String name : root.names()) {
            if (name.equals(SafeTensors.METADATA)) {
                JsonFields texts = root.object(name);
                for (String key : texts.names()) {
                    metadata.put(key, texts.text(key));
                }
            } else {
                entries.add(entry(name, root.object(name)));
            }
        }
        requireWithoutGaps(entries, size - dataStart);
        Map<String, Tensor> tensors = new HashMap<>();
        for (Entry entry : entries) {
            ByteBuffer data = bytes(dataStart + entry.begin(), entry.end() - entry.begin());
            tensors.put(entry.name(), new Tensor(entry.type(), entry.shape(), data));
        }
        return new SafeTensors(tensors, metadata);
    }

    private long headerLength() throws IOException {
        if (size < SafeTensors.LENGTH_BYTES) {
            throw malformed("has " + size + " bytes: expected at least the " + SafeTensors.LENGTH_BYTES
                    + " of the header's length; is the file truncated?");
        }
        long length = bytes(0, SafeTensors.LENGTH_BYTES).getLong();
        if (length < 0 || length > LONGEST_HEADER) {
            throw malformed("claims a header of " + Long.toUnsignedString(length) + " bytes: expected at most "
                    + LONGEST_HEADER + "; this is no safetensors file");
        }
        if (length > size - SafeTensors.LENGTH_BYTES) {
            throw malformed("claims a header of " + length + " bytes but has only " + (size - SafeTensors.LENGTH_BYTES)
                    + " after its length; is the file truncated?");
        }
        return length;
    }

    private Entry entry(String name, JsonFields described) throws IOException {
        String dtype = described.text("dtype");
        Optional<Tensor.Type> type = Arrays.stream(Tensor.Type.values())
                .filter(known -> known.name().equals(dtype))
                .findFirst();
        if (type.isEmpty()) {
            throw malformed("tensor " + name + " has the type " + dtype + ": expected one of "
                    + Arrays.toString(Tensor.Type.values()));
        }
        List<Long> shape = naturals(described, name, "shape");
        List<Long> offsets = naturals(described, name, "data_offsets");
        if (offsets.size() != 2 || offsets.get(1) < offsets.get(0)) {
            throw malformed("tensor " + name + " has the data_offsets " + offsets
                    + ": expected two, the first not after the second");
        }
        long begin = offsets.get(0);
        long end = offsets.get(1);
        requireLength(name, type.get(), shape, end - begin);
        return new Entry(name, type.get(), shape, begin, end);
    }

    private void requireLength(String name, Tensor.Type type, List<Long> shape, long length) throws IOException {
        long bytes;
        try {
            bytes = type.bytes();
            for (long dimension : shape) {
                bytes = Math.multiplyExact(bytes, dimension);
            }
        } catch (ArithmeticException tooLarge) {
            throw malformed("tensor " + name + " has the shape " + shape + ", which is more than any file can hold");
        }
        if (bytes != length || length > Integer.MAX_VALUE) {
            throw malformed("tensor " + name + " of type " + type + " and shape " + shape + " takes " + bytes
                    + " bytes, but its data_offsets span " + length + (bytes == length ? ", more than 2 GiB" : ""));
        }
    }

    private List<Long> naturals(JsonFields described, String tensor, String field) throws IOException {
        List<Long> numbers = new ArrayList<>();
        for (JsonNode node : described.array(field)) {
            if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < 0) {
                throw malformed(
                        "tensor " + tensor + " has " + node + " in its " + field + ": expected whole numbers from 0");
            }
            numbers.add(node.longValue());
        }
        return numbers;
    }

    private void requireWithoutGaps(List<Entry> entries, long dataLength) throws IOException {
        entries.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
        long expected = 0;
        for (Entry entry : entries) {
            if (entry.begin() != expected) {
                throw malformed("tensor " + entry.name() + " begins at " + entry.begin()
                        + ", but the one before it ends" + " at " + expected + ": expected no gap and no overlap");
            }
            expected = entry.end();
        }
        if (expected != dataLength) {
            throw malformed("its tensors take " + expected + " bytes, but " + dataLength
                    + " follow the header; is the file truncated?");
        }
    }

    /** Reads that many bytes, which the file has been checked to hold. */
    private ByteBuffer bytes(long position, long length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(length)).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new EOFException(file.getFileName() + " became shorter while it was read");
            }
        }
        return buffer.flip();
    }

    private MalformedFileException malformed(String wrong) {
        return new MalformedFileException(file, wrong);
    }
}
