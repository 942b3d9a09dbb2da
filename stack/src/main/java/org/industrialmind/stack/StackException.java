package org.industrialmind.stack;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells that the stack, or one server of it, cannot start: what was seen, and what to do next. */
public final class StackException extends RuntimeException {

    private final @Nullable ServerName server;
    private final String next;

    StackException(String reason, String next) {
        super(reason);
        this.server = null;
        this.next = next;
    }

    StackException(String reason, String next, Throwable cause) {
        super(reason, cause);
        this.server = null;
        this.next = next;
    }

    StackException(ServerName server, String reason, String next) {
        super(reason);
        this.server = server;
        this.next = next;
    }

    StackException(ServerName server, String reason, String next, Throwable cause) {
        super(reason, cause);
        this.server = server;
        this.next = next;
    }

    /** Returns the server concerned, or nothing if it is the stack as a whole. */
    public Optional<ServerName> server() {
        return Optional.ofNullable(server);
    }

    /** Returns the step a person can take now, as one sentence. */
    public String next() {
        return next;
    }
}
