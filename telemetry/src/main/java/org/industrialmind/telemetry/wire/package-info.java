/**
 * How readings, schemas and assessments look on the log, and how they get there and back.
 *
 * <p>A record of the topic {@code industrialmind.frames} is one frame, all numbers little-endian:
 *
 * <pre>
 *   offset  bytes            content
 *   0       2                'I' 'M'
 *   2       1                version, 1
 *   3       1                flags: 1 = has qualities, 2 = regular times; the other bits are zero
 *   4       4                length of the whole record
 *   8       8                schema id
 *   16      4                rows, from 1
 *   20      1                length of the asset tag in bytes
 *   21      n                asset tag, UTF-8; also the key of the record
 *           8                time of the first row, epoch nanoseconds
 *                            regular: one step; else one step for each further row (zigzag varint, wrapping)
 *           rows * width * w values, row after row; w = 4 (single precision) or 8, as the schema says; missing is NaN
 *           rows * width     qualities, if flagged: one packed byte each, see Quality.code()
 *           4                CRC-32C of everything before
 * </pre>
 *
 * <p>The format is frozen by a golden file test. A change is another version, and readers keep reading version 1.
 */
@NullMarked
package org.industrialmind.telemetry.wire;

import org.jspecify.annotations.NullMarked;
