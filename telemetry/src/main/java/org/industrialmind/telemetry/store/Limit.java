package org.industrialmind.telemetry.store;

/** How many rows a caller is ready to take. */
final class Limit {
    private Limit() {}

    static void require(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit is " + limit + ": expected at least 1");
        }
    }
}
