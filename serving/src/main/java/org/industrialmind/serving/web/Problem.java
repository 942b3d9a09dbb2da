package org.industrialmind.serving.web;

import java.sql.SQLException;
import org.springframework.http.HttpStatus;

/** A request that cannot be served, as the caller will read it: what was seen, and what to do next. */
public final class Problem extends RuntimeException {
    private final HttpStatus status;
    private final String next;

    public Problem(HttpStatus status, String detail, String next) {
        super(detail);
        this.status = status;
        this.next = next;
    }

    /** The same with what lies behind it, which is for the log and never for the caller. */
    public Problem(HttpStatus status, String detail, String next, Throwable cause) {
        this(status, detail, next);
        initCause(cause);
    }

    /** What was wanted of the database could not be done, since it does not answer. */
    public static Problem databaseAway(String what, SQLException cause) {
        return new Problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                what + ": the database does not answer",
                "try again in a while; see whether PostgreSQL runs",
                cause);
    }

    /** What was wanted of the log could not be done, since it does not answer. */
    public static Problem logAway(String what, RuntimeException cause) {
        return new Problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                what + ": the log does not answer",
                "try again in a while; see whether Kafka runs",
                cause);
    }

    public static Problem notFound(String what, String next) {
        return new Problem(HttpStatus.NOT_FOUND, what, next);
    }

    public HttpStatus status() {
        return status;
    }

    public String next() {
        return next;
    }
}
