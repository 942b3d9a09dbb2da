package org.industrialmind.torch.onnx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Reads through an ONNX file before the runtime may, and refuses what a network of ours never has and an attacker may
 * want: tensors kept in other files (they can name any path), operators of other vendors (they run other code), functions,
 * nested graphs and training steps.
 *
 * <p>It walks the protobuf fields with checked bounds and makes no objects of them.
 */
final class OnnxInspection {
    /** The largest file that is read: a thousand times our largest network. */
    static final int MAX_BYTES = 256 << 20;

    private static final int OLDEST_OPERATORS = 7; // of 2018: the runtime promises no older ones

    private static final Set<String> STANDARD_DOMAINS = Set.of("", "ai.onnx");

    private OnnxInspection() {}

    /** @throws IOException if the bytes are not an ONNX model or hold what is refused; the message says which */
    static void requireSafe(byte[] model) throws IOException {
        if (model.length == 0 || model.length > MAX_BYTES) {
            throw new IOException(
                    "ONNX model has " + model.length + " bytes: expected 1 to " + MAX_BYTES + "; export it again");
        }
        Seen seen = new Seen();
        walk(ByteBuffer.wrap(model), (field, value) -> inModel(field, value, seen));
        if (!seen.graph || !seen.operatorSet) {
            throw new IOException("ONNX model has no graph or no operator set: is it an ONNX file? Export it again");
        }
    }

    private static final class Seen {
        private boolean graph;
        private boolean operatorSet;
    }

    private static void inModel(int field, Field value, Seen seen) throws IOException {
        switch (field) {
            case 7 -> {
                seen.graph = true;
                walk(value.bytes(), OnnxInspection::inGraph);
            }
            case 8 -> {
                seen.operatorSet = true;
                walk(value.bytes(), OnnxInspection::inOperatorSet);
            }
            case 20, 25 -> throw refused("functions or training steps of its own");
            default -> {} // versions and names
        }
    }

    private static void inOperatorSet(int field, Field value) throws IOException {
        switch (field) {
            case 1 -> requireStandard(value.text());
            case 2 -> {
                if (value.number() < OLDEST_OPERATORS) {
                    throw new IOException("ONNX model is written in operator set " + value.number() + ": expected "
                            + OLDEST_OPERATORS + " or later; export it again with a newer one");
                }
            }
            default -> {} // nothing else is there
        }
    }

    private static void inGraph(int field, Field value) throws IOException {
        switch (field) {
            case 1 -> walk(value.bytes(), OnnxInspection::inNode);
            case 5 -> walk(value.bytes(), OnnxInspection::inTensor);
            case 15 -> throw refused("sparse tensors");
            default -> {} // names, inputs and outputs
        }
    }

    private static void inNode(int field, Field value) throws IOException {
        switch (field) {
            case 5 -> walk(value.bytes(), OnnxInspection::inAttribute);
            case 7 -> requireStandard(value.text());
            default -> {} // names
        }
    }

    private static void inAttribute(int field, Field value) throws IOException {
        switch (field) {
            case 5, 10 -> walk(value.bytes(), OnnxInspection::inTensor);
            case 6, 11 -> throw refused("nested graphs");
            case 22, 23 -> throw refused("sparse tensors");
            default -> {} // numbers and texts
        }
    }

    private static void inTensor(int field, Field value) throws IOException {
        if (field == 13 || field == 14 && value.number() != 0) {
            throw refused("tensors kept in other files");
        }
    }

    private static void requireStandard(String domain) throws IOException {
        if (!STANDARD_DOMAINS.contains(domain)) {
            throw refused("operators of the domain '" + domain + "'");
        }
    }

    private static IOException refused(String what) {
        return new IOException("ONNX model is refused, since it has " + what
                + ": expected standard operators and tensors inside the file only");
    }

    @FunctionalInterface
    private interface Visitor {
        void field(int number, Field value) throws IOException;
    }

    /** One field's payload; asking for the wrong kind is the file's mistake. */
    private record Field(int wireType, long number, ByteBuffer content) {
        ByteBuffer bytes() throws IOException {
            if (wireType != Protobuf.BYTES) {
                throw malformed("a field has the wire type " + wireType + ", expected a message");
            }
            return content.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        }

        String text() throws IOException {
            return StandardCharsets.UTF_8.decode(bytes()).toString();
        }
    }

    private static void walk(ByteBuffer message, Visitor visitor) throws IOException {
        ByteBuffer in = message.order(ByteOrder.LITTLE_ENDIAN);
        while (in.hasRemaining()) {
            long tag = varint(in);
            int type = (int) (tag & 7);
            int field = (int) (tag >>> 3);
            if (field < 1) {
                throw malformed("field number " + field);
            }
            visitor.field(field, payload(in, type));
        }
    }

    private static Field payload(ByteBuffer in, int type) throws IOException {
        return switch (type) {
            case Protobuf.VARINT -> new Field(type, varint(in), ByteBuffer.allocate(0));
            case Protobuf.FIXED64 -> new Field(type, 0, slice(in, Long.BYTES));
            case Protobuf.BYTES -> new Field(type, 0, slice(in, varint(in)));
            case Protobuf.FIXED32 -> new Field(type, 0, slice(in, Integer.BYTES));
            default -> throw malformed("wire type " + type);
        };
    }

    private static ByteBuffer slice(ByteBuffer in, long length) throws IOException {
        if (length < 0 || length > in.remaining()) {
            throw malformed("a field of " + length + " bytes where " + in.remaining() + " are left");
        }
        ByteBuffer slice = in.slice(in.position(), (int) length);
        in.position(in.position() + (int) length);
        return slice;
    }

    private static long varint(ByteBuffer in) throws IOException {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE && in.hasRemaining(); shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw malformed("a number that does not end");
    }

    private static IOException malformed(String seen) {
        return new IOException("ONNX model is truncated or damaged: found " + seen + "; export it again");
    }
}
