package org.industrialmind.telemetry.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.FrameSchema.Precision;

/**
 * Writes frames as bytes and reads them back; the package documentation has the layout.
 *
 * <p>Reading is strict: whatever the bytes, the outcome is a valid frame or a {@link MalformedFrameException}, and
 * nothing is allocated on the word of a header before the header has been checked. An instance keeps its scratch arrays
 * between frames, so it belongs to one thread.
 */
public final class FrameCodec {
    static final byte VERSION = 1;
    static final int HAS_QUALITIES = 1;
    static final int REGULAR = 2;

    private static final byte MAGIC_0 = 'I';
    private static final byte MAGIC_1 = 'M';
    private static final int CRC_BYTES = Integer.BYTES;
    private static final int HEADER = 21; // up to and with the length of the asset tag
    private static final int LONGEST_TAG = 128; // see AssetId
    private static final int LONGEST_STEP = 10; // a 64-bit varint
    private static final int SMALLEST = HEADER + 1 + Long.BYTES + CRC_BYTES;
    /** Every value in a row of its own, with a step and a quality: no frame is longer. */
    private static final int LARGEST =
            HEADER + LONGEST_TAG + Long.BYTES + CRC_BYTES + Frame.MAX_VALUES * (LONGEST_STEP + Double.BYTES + 1);

    private final SchemaSource schemas;
    private long[] times = {};
    private double[] values = {};
    private byte[] qualities = {};

    public FrameCodec(SchemaSource schemas) {
        this.schemas = schemas;
    }

    /** Returns the frame as the bytes of one record. */
    public static byte[] encode(Frame frame) {
        byte[] asset = frame.asset().value().getBytes(StandardCharsets.UTF_8);
        int cells = frame.rows() * frame.schema().width();
        int cellBytes = (single(frame.schema()) ? Float.BYTES : Double.BYTES) + (frame.allGood() ? 0 : 1);
        boolean regular = regular(frame);
        int steps = regular ? 1 : frame.rows() - 1;
        ByteBuffer out = ByteBuffer.allocate(
                        HEADER + asset.length + Long.BYTES + steps * LONGEST_STEP + cells * cellBytes + CRC_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        out.put(MAGIC_0).put(MAGIC_1).put(VERSION);
        out.put((byte) ((frame.allGood() ? 0 : HAS_QUALITIES) | (regular ? REGULAR : 0)));
        int lengthAt = out.position();
        out.putInt(0).putLong(frame.schema().id()).putInt(frame.rows());
        out.put((byte) asset.length).put(asset).putLong(frame.time(0));
        for (int row = 1; row <= steps; row++) {
            putZigzag(out, frame.time(row) - frame.time(row - 1));
        }
        putValues(out, frame);
        putQualities(out, frame);
        out.putInt(lengthAt, out.position() + CRC_BYTES);
        out.putInt(checksum(out.array(), out.position()));
        return Arrays.copyOf(out.array(), out.position());
    }

    private static boolean regular(Frame frame) {
        for (int row = 2; row < frame.rows(); row++) {
            if (frame.time(row) - frame.time(row - 1) != frame.time(1) - frame.time(0)) {
                return false;
            }
        }
        return frame.rows() > 1;
    }

    private static void putZigzag(ByteBuffer out, long value) {
        long raw = value << 1 ^ value >> 63;
        while ((raw & ~0x7fL) != 0) {
            out.put((byte) (raw | 0x80));
            raw >>>= 7;
        }
        out.put((byte) raw);
    }

    private static void putValues(ByteBuffer out, Frame frame) {
        boolean single = single(frame.schema());
        int width = frame.schema().width();
        for (int row = 0; row < frame.rows(); row++) {
            for (int channel = 0; channel < width; channel++) {
                double value = frame.value(row, channel);
                if (single) {
                    out.putFloat((float) value);
                } else {
                    out.putDouble(value);
                }
            }
        }
    }

    private static void putQualities(ByteBuffer out, Frame frame) {
        if (frame.allGood()) {
            return;
        }
        for (int row = 0; row < frame.rows(); row++) {
            for (int channel = 0; channel < frame.schema().width(); channel++) {
                out.put(frame.qualityCode(row, channel));
            }
        }
    }

    /**
     * Reads one frame.
     *
     * @throws MalformedFrameException if the bytes are not one whole frame of a known schema and nothing else
     */
    public Frame decode(byte[] bytes) throws MalformedFrameException {
        int flags = checkedFlags(bytes);
        FrameReader in = new FrameReader(bytes, bytes.length - CRC_BYTES);
        in.take(Integer.BYTES); // magic, version and flags
        checkEnvelope(bytes, in.int32());
        long schemaId = in.int64();
        int rows = in.int32();
        AssetId asset = asset(bytes, in);
        FrameSchema schema = schema(schemaId, asset);
        int cells = cells(rows, schema, asset);
        readTimes(in, rows, (flags & REGULAR) != 0);
        readValues(in, schema, cells);
        boolean qualified = (flags & HAS_QUALITIES) != 0;
        if (qualified) {
            readQualities(bytes, in, cells);
        }
        if (in.remaining() > 0) {
            throw new MalformedFrameException(
                    Rejection.TRAILING_BYTES, in.remaining() + " bytes follow the last value of the frame of " + asset);
        }
        return qualified ? qualified(asset, schema) : Frame.good(asset, schema, times, values);
    }

    private static int checkedFlags(byte[] bytes) throws MalformedFrameException {
        if (bytes.length > LARGEST) {
            throw new MalformedFrameException(
                    Rejection.OVERSIZED, "the record has " + bytes.length + " bytes: a frame has at most " + LARGEST);
        }
        if (bytes.length >= 2 && (bytes[0] != MAGIC_0 || bytes[1] != MAGIC_1)) {
            throw new MalformedFrameException(
                    Rejection.NOT_A_FRAME,
                    "the record starts with bytes " + bytes[0] + " and " + bytes[1] + ", not 'IM'");
        }
        if (bytes.length < SMALLEST) {
            throw new MalformedFrameException(
                    Rejection.TRUNCATED, "the record has " + bytes.length + " bytes: a frame has at least " + SMALLEST);
        }
        int flags = bytes[3];
        if (bytes[2] != VERSION || (flags & ~(HAS_QUALITIES | REGULAR)) != 0) {
            throw new MalformedFrameException(
                    Rejection.UNKNOWN_VERSION,
                    "the frame has version " + bytes[2] + " and flags " + flags + ": this program reads version "
                            + VERSION);
        }
        return flags;
    }

    private static void checkEnvelope(byte[] bytes, int declared) throws MalformedFrameException {
        if (declared != bytes.length) {
            throw new MalformedFrameException(
                    declared > bytes.length ? Rejection.TRUNCATED : Rejection.TRAILING_BYTES,
                    "the record has " + bytes.length + " bytes, the frame in it says " + declared);
        }
        int body = bytes.length - CRC_BYTES;
        int stored = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(body);
        if (stored != checksum(bytes, body)) {
            throw new MalformedFrameException(
                    Rejection.CHECKSUM,
                    "the frame of " + bytes.length + " bytes has the checksum " + Integer.toHexString(stored)
                            + ", its content " + Integer.toHexString(checksum(bytes, body)));
        }
    }

    private static AssetId asset(byte[] bytes, FrameReader in) throws MalformedFrameException {
        int length = in.unsignedByte();
        int start = in.take(length);
        try {
            return new AssetId(new String(bytes, start, length, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException invalid) {
            throw new MalformedFrameException(Rejection.BAD_ASSET, String.valueOf(invalid.getMessage()));
        }
    }

    private FrameSchema schema(long id, AssetId asset) throws MalformedFrameException {
        Optional<FrameSchema> schema = schemas.find(id);
        if (schema.isEmpty()) {
            throw new MalformedFrameException(
                    Rejection.UNKNOWN_SCHEMA,
                    "the frame of " + asset + " has the schema " + Long.toHexString(id)
                            + ", which nobody has announced: announce it to the catalogue before the first frame");
        }
        return schema.get();
    }

    private static int cells(int rows, FrameSchema schema, AssetId asset) throws MalformedFrameException {
        if (rows < 1) {
            throw new MalformedFrameException(Rejection.BAD_NUMBER, "the frame of " + asset + " has " + rows + " rows");
        }
        if ((long) rows * schema.width() > Frame.MAX_VALUES) {
            throw new MalformedFrameException(
                    Rejection.OVERSIZED,
                    "the frame of " + asset + " has " + rows + " rows of " + schema.width() + " values: at most "
                            + Frame.MAX_VALUES + " values are allowed");
        }
        return rows * schema.width();
    }

    private void readTimes(FrameReader in, int rows, boolean regular) throws MalformedFrameException {
        times = times.length == rows ? times : new long[rows];
        times[0] = in.int64();
        long step = regular ? in.zigzag() : 0;
        for (int row = 1; row < rows; row++) {
            times[row] = times[row - 1] + (regular ? step : in.zigzag());
        }
    }

    private void readValues(FrameReader in, FrameSchema schema, int cells) throws MalformedFrameException {
        values = values.length == cells ? values : new double[cells];
        if (single(schema)) {
            in.singles(values);
        } else {
            in.doubles(values);
        }
    }

    private void readQualities(byte[] bytes, FrameReader in, int cells) throws MalformedFrameException {
        int start = in.take(cells);
        qualities = qualities.length == cells ? qualities : new byte[cells];
        System.arraycopy(bytes, start, qualities, 0, cells);
    }

    private Frame qualified(AssetId asset, FrameSchema schema) throws MalformedFrameException {
        try {
            return Frame.of(asset, schema, times, values, qualities);
        } catch (IllegalArgumentException invalid) {
            throw new MalformedFrameException(Rejection.BAD_QUALITY, "frame of " + asset + ": " + invalid.getMessage());
        }
    }

    private static boolean single(FrameSchema schema) {
        return schema.precision() == Precision.SINGLE;
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }
}
