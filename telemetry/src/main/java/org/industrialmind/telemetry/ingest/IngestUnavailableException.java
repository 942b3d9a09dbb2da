package org.industrialmind.telemetry.ingest;

/** Readings that were in order could not be made durable for now; sending them again may succeed. */
public final class IngestUnavailableException extends RuntimeException {
    IngestUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
