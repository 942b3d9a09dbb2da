package org.industrialmind.telemetry.wire;

import java.util.HashMap;
import java.util.Map;

/**
 * Where the log is and how to get in.
 *
 * @param bootstrapServers such as {@code 127.0.0.1:9092}
 * @param security further client settings of an installation, such as {@code security.protocol} and {@code ssl.*}; what
 *     the code relies on, such as acks, is not up for change here
 */
public record KafkaSettings(String bootstrapServers, Map<String, String> security) {
    public KafkaSettings {
        if (bootstrapServers.isBlank()) {
            throw new IllegalArgumentException(
                    "no Kafka bootstrap servers: expected host:port, such as 127.0.0.1:9092");
        }
        security = Map.copyOf(security);
    }

    public KafkaSettings(String bootstrapServers) {
        this(bootstrapServers, Map.of());
    }

    /** Returns the settings of a client: what the installation says, overruled by what the code relies on. */
    public Map<String, Object> client(Map<String, ?> relied) {
        Map<String, Object> all = new HashMap<>(security);
        all.putAll(relied);
        all.put("bootstrap.servers", bootstrapServers);
        return all;
    }

    /** Returns the settings of a producer whose acknowledged records are durable, in order and not doubled. */
    public Map<String, Object> durableProducer(Map<String, ?> further) {
        Map<String, Object> own = new HashMap<>(Map.of(
                "acks",
                "all",
                "enable.idempotence",
                true,
                "compression.type",
                "lz4",
                "linger.ms",
                5,
                "batch.size",
                256 * 1024,
                "buffer.memory",
                32L * 1024 * 1024));
        own.putAll(further);
        return client(own);
    }
}
