package org.industrialmind.telemetry.store;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Where an InfluxDB server is and how long to wait for it.
 *
 * @param url the HTTP door, such as {@code http://127.0.0.1:8086}
 * @param database the database, which exists already; in InfluxDB 2 the name that is mapped to a bucket
 * @param login a name and password (1.x) or a token (2.x: scheme {@code Token}; 3: {@code Bearer}), where the server asks
 * @param connectTimeout for opening a connection
 * @param requestTimeout for one write or one query
 * @param batchBytes how large a write request may grow before it is sent
 */
public record InfluxConfig(
        URI url,
        String database,
        Optional<Login> login,
        Duration connectTimeout,
        Duration requestTimeout,
        int batchBytes) {
    /** @throws IllegalArgumentException if the address is not one of HTTP, the database is blank, or a limit is not positive */
    public InfluxConfig {
        DatabaseAddress.check("InfluxDB", url, connectTimeout, requestTimeout, batchBytes);
        if (database.isBlank()) {
            throw new IllegalArgumentException("database of InfluxDB is blank: expected its name");
        }
    }

    /** Returns the configuration for a server at that address that asks for no login. */
    public static InfluxConfig at(String url, String database) {
        return new InfluxConfig(
                URI.create(url), database, Optional.empty(), Duration.ofSeconds(3), Duration.ofSeconds(30), 4 << 20);
    }

    public static InfluxConfig defaults() {
        return at("http://127.0.0.1:8086", "industrialmind");
    }

    public InfluxConfig withLogin(Login login) {
        return new InfluxConfig(url, database, Optional.of(login), connectTimeout, requestTimeout, batchBytes);
    }
}
