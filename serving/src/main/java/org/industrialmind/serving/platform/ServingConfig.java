package org.industrialmind.serving.platform;

import java.nio.file.Path;

/**
 * How the edge is reached.
 *
 * @param address what to listen on; the loopback address unless someone decides otherwise
 * @param port 0 for any free one
 * @param dashboard the folder of the dashboard's static export; need not exist
 */
public record ServingConfig(String address, int port, Path dashboard) {
    /** @throws IllegalArgumentException if the port is not 0 to 65535 */
    public ServingConfig {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port " + port + " is not valid: expected 0 (any free one) to 65535");
        }
    }

    /** Returns the defaults: loopback, port 8080. */
    public static ServingConfig defaults(Path dashboard) {
        return new ServingConfig("127.0.0.1", 8080, dashboard);
    }

    public ServingConfig withPort(int other) {
        return new ServingConfig(address, other, dashboard);
    }
}
