package org.industrialmind.signal;

/**
 * How far a value may be believed: a severity and the reason for it, after the status codes of OPC UA part 8.
 *
 * <p>{@link #code()} packs both into one byte: the two high bits are the severity as OPC UA has it (00 good, 01
 * uncertain, 10 bad), the six low bits the reason.
 */
public record Quality(Severity severity, Reason reason) {
    public static final Quality GOOD = new Quality(Severity.GOOD, Reason.NONE);

    /** How far a value may be believed; the order is the order of the OPC UA severity bits. */
    public enum Severity {
        GOOD,
        UNCERTAIN,
        BAD
    }

    /** Why a value is less than good, or {@link #NONE}; the ordinal is on the wire, so new reasons go to the end. */
    public enum Reason {
        NONE,
        COMMUNICATION_FAILURE,
        SENSOR_FAILURE,
        OUT_OF_SERVICE,
        SUBSTITUTED,
        STALE,
        OVERFLOW,
        LIMIT_LOW,
        LIMIT_HIGH,
        UNCERTAIN_TIME,
        NOT_A_NUMBER,
        HISTORICAL
    }

    private static final Severity[] SEVERITIES = Severity.values();
    private static final Reason[] REASONS = Reason.values();
    private static final int REASON_BITS = 6;

    public static Quality bad(Reason reason) {
        return new Quality(Severity.BAD, reason);
    }

    public static Quality uncertain(Reason reason) {
        return new Quality(Severity.UNCERTAIN, reason);
    }

    /** Returns this quality as one byte; good without a reason is zero. */
    public byte code() {
        return (byte) (severity.ordinal() << REASON_BITS | reason.ordinal());
    }

    /**
     * Returns the quality that {@link #code()} packed.
     *
     * @throws IllegalArgumentException if no quality has that code
     */
    public static Quality of(byte code) {
        int severity = (code & 0xff) >> REASON_BITS;
        int reason = code & (1 << REASON_BITS) - 1;
        if (severity >= SEVERITIES.length || reason >= REASONS.length) {
            throw new IllegalArgumentException("no quality has the code " + (code & 0xff));
        }
        return code == 0 ? GOOD : new Quality(SEVERITIES[severity], REASONS[reason]);
    }

    /** Returns whether the value may be used for judging a machine: good or uncertain, but not bad. */
    public boolean usable() {
        return severity != Severity.BAD;
    }

    /** Returns whether the packed code stands for a usable value, without unpacking it. */
    public static boolean usable(byte code) {
        return (code & 0xff) >> REASON_BITS != Severity.BAD.ordinal();
    }
}
