package org.industrialmind.telemetry.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseDoorTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static void write(int answered) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(answered, -1);
            exchange.close();
        });
        server.start();
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        try (DatabaseDoor door = new DatabaseDoor("Test", url, Optional.empty(), PATIENCE, PATIENCE)) {
            door.write("/write", Map.of(), new byte[] {1}, 1);
        } finally {
            server.stop(0);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 405, 407, 408, 429, 500, 502, 503})
    void takes_what_says_nothing_of_the_readings_for_away(int answered) {
        assertThatThrownBy(() -> write(answered)).isInstanceOf(StoreUnavailableException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 413, 422})
    void takes_a_no_to_the_readings_for_a_refusal(int answered) {
        assertThatThrownBy(() -> write(answered)).isInstanceOf(DatabaseDoor.Refused.class);
    }
}
