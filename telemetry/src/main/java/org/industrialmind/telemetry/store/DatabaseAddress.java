package org.industrialmind.telemetry.store;

import java.net.URI;
import java.time.Duration;

/** What every database's configuration has to get right. */
final class DatabaseAddress {
    private DatabaseAddress() {}

    static void check(String database, URI url, Duration connect, Duration request, int batchBytes) {
        boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        if (!http || url.getHost() == null || url.getUserInfo() != null) {
            throw new IllegalArgumentException("address of " + database + " is not valid: expected http:// or https://"
                    + " with a host, and a login given apart from it");
        }
        if (connect.isNegative() || connect.isZero() || request.isNegative() || request.isZero()) {
            throw new IllegalArgumentException("timeouts of " + database + " are " + connect + " and " + request
                    + ": expected positive durations");
        }
        if (batchBytes < 1 << 10 || batchBytes > 16 << 20) { // InfluxDB refuses bodies past 25 MB
            throw new IllegalArgumentException(
                    "batch of " + database + " is " + batchBytes + " bytes: expected 1,024 to " + (16 << 20));
        }
    }
}
