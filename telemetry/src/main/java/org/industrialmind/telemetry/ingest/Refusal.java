package org.industrialmind.telemetry.ingest;

/** Why readings were not taken in. */
public enum Refusal {
    /** More bytes, lines or fields than the limits allow. */
    TOO_LARGE,
    /** Not of the expected form. */
    MALFORMED,
    /** An asset that the catalogue does not have. */
    UNKNOWN_ASSET,
    /** A class of equipment, or a schema, that is not the asset's. */
    UNKNOWN_CLASS,
    /** A channel that the asset's schema does not have. */
    UNKNOWN_CHANNEL,
    /** A value that is text, true or false, not finite, or beyond what the schema's precision can hold. */
    NOT_A_NUMBER,
    /** The same channel of the same asset twice at one time. */
    SAID_TWICE,
    /** A time further ahead of our clock than clocks differ. */
    TIME_IN_FUTURE,
    /** A time before the year 2000, usually one that is not in nanoseconds. */
    TIME_TOO_OLD
}
