package org.industrialmind.telemetry.scoring;

/**
 * Is told when the runtime passes the points at which a crash would matter. Tests crash there: a probe that throws fails
 * the runtime on the spot, with nothing more acknowledged or committed.
 */
@FunctionalInterface
public interface Probe {
    Probe NONE = point -> {};

    /** A point between two durable effects. */
    enum Point {
        /** Records have been read; nothing has been done about them. */
        POLLED,
        /** Rows are in the store, and that is not noted yet. */
        STORED,
        /** Windows have been scored; nobody has been told. */
        SCORED,
        /** Assessments are on the log, and not yet in the store. */
        PUBLISHED,
        /** Assessments are in the store, and that is not noted yet. */
        ASSESSED,
        /** Offsets have been committed. */
        COMMITTED
    }

    void reached(Point point);
}
