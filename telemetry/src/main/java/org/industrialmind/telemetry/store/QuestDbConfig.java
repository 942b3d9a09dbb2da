package org.industrialmind.telemetry.store;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Where a QuestDB server is and how long to wait for it.
 *
 * @param url the HTTP door, such as {@code http://127.0.0.1:9000}: both line protocol and SQL go through it
 * @param login name and password for HTTP basic authentication, where the server asks for them
 * @param connectTimeout for opening a connection
 * @param requestTimeout for one write or one query, and for written rows to become visible
 * @param batchBytes how large a write request may grow before it is sent
 */
public record QuestDbConfig(
        URI url, Optional<Login> login, Duration connectTimeout, Duration requestTimeout, int batchBytes) {

    /** @throws IllegalArgumentException if the address is not one of HTTP, or a limit is not positive */
    public QuestDbConfig {
        DatabaseAddress.check("QuestDB", url, connectTimeout, requestTimeout, batchBytes);
    }

    /** Returns the configuration for a server at that address that asks for no login. */
    public static QuestDbConfig at(String url) {
        // 4 MiB: some 5,000 rows of 50 channels, past which larger requests gained nothing
        return new QuestDbConfig(
                URI.create(url), Optional.empty(), Duration.ofSeconds(3), Duration.ofSeconds(30), 4 << 20);
    }

    public static QuestDbConfig defaults() {
        return at("http://127.0.0.1:9000");
    }

    public QuestDbConfig withLogin(Login login) {
        return new QuestDbConfig(url, Optional.of(login), connectTimeout, requestTimeout, batchBytes);
    }
}
