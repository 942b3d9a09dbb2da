package org.industrialmind.telemetry.store;

/** The database cannot be reached or refuses for now; the same call may succeed later. */
public final class StoreUnavailableException extends RuntimeException {
    public StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    public StoreUnavailableException(String message) {
        super(message);
    }
}
