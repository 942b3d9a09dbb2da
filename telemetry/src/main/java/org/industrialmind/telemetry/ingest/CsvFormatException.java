package org.industrialmind.telemetry.ingest;

/** A file of readings is not of the expected form; the message names file, row and column. */
public final class CsvFormatException extends RuntimeException {
    CsvFormatException(String message) {
        super(message);
    }
}
