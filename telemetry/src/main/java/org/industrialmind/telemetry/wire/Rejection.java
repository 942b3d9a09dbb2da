package org.industrialmind.telemetry.wire;

/** Why a record, or a part of it, was turned away; the name travels in the header of its dead letter. */
public enum Rejection {
    /** The record ends before its content does. */
    TRUNCATED,
    /** More values, or more bytes, than a frame may have. */
    OVERSIZED,
    /** Bytes follow the end of the frame. */
    TRAILING_BYTES,
    /** The checksum disagrees with the content. */
    CHECKSUM,
    /** The record does not start as a frame does. */
    NOT_A_FRAME,
    /** A frame of a version, or with flags, that this program does not know. */
    UNKNOWN_VERSION,
    /** Nobody has announced the schema. */
    UNKNOWN_SCHEMA,
    /** The asset tag is not one, or is not the key of the record. */
    BAD_ASSET,
    /** A quality code stands for no quality. */
    BAD_QUALITY,
    /** A number in the frame cannot be: no rows, or a step that does not end. */
    BAD_NUMBER,
    /** The reading is from further ahead than clocks may differ. */
    FUTURE_TIME,
    /** The reading is from before 1970. */
    BEFORE_EPOCH,
    /** The store will never take it. */
    STORE_REFUSED
}
