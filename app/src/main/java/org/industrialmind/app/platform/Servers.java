package org.industrialmind.app.platform;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.industrialmind.telemetry.store.Login;
import org.industrialmind.telemetry.wire.KafkaSettings;

/**
 * Where the servers are, whether they run here or elsewhere: the only thing that differs between a laptop and a plant.
 *
 * @param postgres JDBC URL with user and password
 * @param graph done when the graph answers; nothing waits for it but what needs it
 */
public record Servers(KafkaSettings kafka, StoreAddress store, String postgres, CompletableFuture<GraphAddress> graph) {
    /** Where readings are kept. */
    public sealed interface StoreAddress {
        record QuestDb(String url, Optional<Login> login) implements StoreAddress {}

        record Influx(String url, String database, Optional<Login> login) implements StoreAddress {}
    }

    /** Where the plant's graph is. */
    public record GraphAddress(String bolt, String user, String password) {
        @Override
        public String toString() {
            return "GraphAddress[" + bolt + "]"; // the password stays out of every log
        }
    }

    @Override
    public String toString() {
        return "Servers[" + kafka.bootstrapServers() + ", " + store + "]"; // the JDBC URL holds a password
    }
}
