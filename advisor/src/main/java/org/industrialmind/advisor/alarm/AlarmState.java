package org.industrialmind.advisor.alarm;

/** Where an alarm is in its life; {@link AlarmLifecycle} says how it gets from one to another. */
public enum AlarmState {
    /** Abnormal, and nobody has said that they have seen it (ISA-18.2 state B). */
    UNACKNOWLEDGED,
    /** Abnormal, and somebody has seen it (C). */
    ACKNOWLEDGED,
    /** Back to normal before anybody had seen it (D). */
    RETURNED,
    /** Over (A). */
    NORMAL,
    /** Silenced by an operator for a limited time, with a reason (G). */
    SHELVED,
    /** Silenced by design as long as a known plant condition lasts (H). */
    SUPPRESSED,
    /** Silenced for maintenance until somebody returns it to service (I). */
    OUT_OF_SERVICE;

    /** Returns whether the alarm is silenced, so that it is listed but does not call for anybody. */
    public boolean silenced() {
        return this == SHELVED || this == SUPPRESSED || this == OUT_OF_SERVICE;
    }

    /** Returns the state as it is written outside the program: {@code out-of-service}. */
    public String code() {
        return Codes.of(this);
    }
}
