package org.industrialmind.telemetry.ingest;

import java.time.Duration;

/**
 * How much may come in at once, and from when.
 *
 * @param bytes of one request
 * @param lines of one request
 * @param lineLength in characters
 * @param future how far ahead of our clock a reading may be
 */
public record IngestLimits(int bytes, int lines, int lineLength, Duration future) {
    /** @throws IllegalArgumentException if a limit is not positive */
    public IngestLimits {
        if (bytes < 1 || lines < 1 || lineLength < 1 || future.isNegative()) {
            throw new IllegalArgumentException("limits of ingest are " + bytes + " bytes, " + lines + " lines of "
                    + lineLength + " characters and " + future + " ahead: expected positive ones");
        }
    }

    public static IngestLimits defaults() {
        // 128 Ki characters: a line of 1,024 channels with the longest names and values has 92,000
        return new IngestLimits(4 << 20, 20_000, 128 << 10, Duration.ofSeconds(60));
    }
}
