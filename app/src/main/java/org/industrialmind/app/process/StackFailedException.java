package org.industrialmind.app.process;

/** The local servers cannot run; the message says which one, why, and what to do. */
public final class StackFailedException extends RuntimeException {
    public StackFailedException(String message) {
        super(message);
    }
}
