package org.industrialmind.lifecycle.database;

/** The database of models and trainings cannot be reached or has refused; nothing has changed. */
public final class LifecycleUnavailableException extends RuntimeException {
    LifecycleUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
