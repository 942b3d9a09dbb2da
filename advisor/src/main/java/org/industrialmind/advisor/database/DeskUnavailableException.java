package org.industrialmind.advisor.database;

/** The advisor's database cannot be reached or has refused; nothing has changed, and the same call may be made again. */
public final class DeskUnavailableException extends RuntimeException {
    DeskUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
