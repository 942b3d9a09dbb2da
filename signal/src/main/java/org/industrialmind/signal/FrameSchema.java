package org.industrialmind.signal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/**
 * The fixed order of channels in the frames of a class of equipment, and how often a row is expected.
 *
 * <p>A schema is named by its content: {@link #id()} is the head of a SHA-256 over the canonical text, so two writers
 * that agree on the channels agree on the id without asking anyone, and a changed unit is another schema.
 */
public record FrameSchema(
        EquipmentClass equipmentClass, Duration period, Precision precision, List<Channel> channels, long id) {
    public static final int MAX_CHANNELS = 1024;

    /** How a value is kept on the wire and in the store. */
    public enum Precision {
        /** 32-bit floating point: enough for any transmitter of up to 24 bits, and half the bytes. */
        SINGLE,
        /** 64-bit floating point: for totals, counters and values typed by people. */
        DOUBLE
    }

    /**
     * Makes a schema and derives its id.
     *
     * @param period the nominal time between two rows of one asset
     * @throws IllegalArgumentException if there is no channel, more than {@value #MAX_CHANNELS}, a name is used twice, or
     *     the period is not positive
     */
    public FrameSchema(EquipmentClass equipmentClass, Duration period, Precision precision, List<Channel> channels) {
        this(equipmentClass, period, precision, channels, contentId(equipmentClass, period, precision, channels));
    }

    /** Accepts only the id that the content has; use the constructor without an id. */
    public FrameSchema {
        channels = List.copyOf(channels);
        if (channels.isEmpty() || channels.size() > MAX_CHANNELS) {
            throw new IllegalArgumentException("schema of " + equipmentClass + " has " + channels.size()
                    + " channels: expected 1 to " + MAX_CHANNELS);
        }
        if (channels.stream().map(Channel::name).distinct().count() != channels.size()) {
            throw new IllegalArgumentException("schema of " + equipmentClass + " names a channel twice: "
                    + channels.stream().map(Channel::name).toList());
        }
        if (period.isZero() || period.isNegative()) {
            throw new IllegalArgumentException(
                    "schema of " + equipmentClass + " has the period " + period + ": expected a positive duration");
        }
        long derived = contentId(equipmentClass, period, precision, channels);
        if (id != derived) {
            throw new IllegalArgumentException("schema id " + Long.toHexString(id)
                    + " does not belong to this content, whose id is " + Long.toHexString(derived));
        }
    }

    /** Returns the number of channels, which is the number of values in a row. */
    public int width() {
        return channels.size();
    }

    public Channel channel(int index) {
        return channels.get(index);
    }

    /** Returns the position of the channel of that name, or empty. */
    public OptionalInt indexOf(String channel) {
        for (int i = 0; i < channels.size(); i++) {
            if (channels.get(i).name().equals(channel)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    public long periodNanos() {
        return period.toNanos();
    }

    /** Returns the id as 16 hexadecimal digits. */
    public String idText() {
        return String.format("%016x", id);
    }

    private static long contentId(EquipmentClass equipment, Duration period, Precision precision, List<Channel> list) {
        StringBuilder text = new StringBuilder("schema/1\n")
                .append(equipment.code())
                .append('\n')
                .append(period.toNanos())
                .append('\n')
                .append(precision)
                .append('\n');
        for (Channel channel : list) {
            text.append(channel.name())
                    .append('\t')
                    .append(channel.unit().ucum())
                    .append('\t')
                    .append(channel.role())
                    .append('\n');
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
