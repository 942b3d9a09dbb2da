package org.industrialmind.telemetry.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** A cursor over the bytes of one record that never leaves them. */
final class FrameReader {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle FLOAT = MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle DOUBLE =
            MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int LONGEST_VARINT = 10; // 64 bits, 7 a byte

    private final byte[] bytes;
    private final int end;
    private int position;

    FrameReader(byte[] bytes, int end) {
        this.bytes = bytes;
        this.end = end;
    }

    int remaining() {
        return end - position;
    }

    int unsignedByte() throws MalformedFrameException {
        return bytes[take(1)] & 0xff;
    }

    int int32() throws MalformedFrameException {
        return (int) INT.get(bytes, take(Integer.BYTES));
    }

    long int64() throws MalformedFrameException {
        return (long) LONG.get(bytes, take(Long.BYTES));
    }

    /** Reads a signed number whose small magnitudes are short. */
    long zigzag() throws MalformedFrameException {
        long raw = 0;
        for (int i = 0; i < LONGEST_VARINT; i++) {
            int next = unsignedByte();
            raw |= (long) (next & 0x7f) << 7 * i;
            if (next < 0x80) {
                return raw >>> 1 ^ -(raw & 1);
            }
        }
        throw new MalformedFrameException(
                Rejection.BAD_NUMBER, "a step between times has more than " + LONGEST_VARINT + " bytes");
    }

    /** Returns where the next {@code length} bytes start, and moves past them. */
    int take(int length) throws MalformedFrameException {
        if (length > remaining()) {
            throw new MalformedFrameException(
                    Rejection.TRUNCATED,
                    "the frame ends at byte " + end + ", where " + length + " bytes were expected from byte "
                            + position);
        }
        int start = position;
        position += length;
        return start;
    }

    void singles(double[] target) throws MalformedFrameException {
        int start = take(target.length * Float.BYTES);
        for (int i = 0; i < target.length; i++) {
            target[i] = (float) FLOAT.get(bytes, start + i * Float.BYTES);
        }
    }

    void doubles(double[] target) throws MalformedFrameException {
        int start = take(target.length * Double.BYTES);
        for (int i = 0; i < target.length; i++) {
            target[i] = (double) DOUBLE.get(bytes, start + i * Double.BYTES);
        }
    }
}
