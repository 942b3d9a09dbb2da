package org.industrialmind.telemetry.wire;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;

/** Asks the brokers whether they are there: a consumer without brokers says nothing and goes on asking. */
public final class BrokerProbe implements AutoCloseable {
    private final String servers;
    private final Admin admin;

    public BrokerProbe(KafkaSettings settings) {
        servers = settings.bootstrapServers();
        admin = Admin.create(settings.client(Map.of()));
    }

    /**
     * Returns when a broker has answered.
     *
     * @throws IllegalStateException if none has within that time
     */
    public void ask(Duration patience) throws InterruptedException {
        try {
            int millis = (int) patience.toMillis();
            admin.describeCluster(new DescribeClusterOptions().timeoutMs(millis))
                    .nodes()
                    .get();
        } catch (ExecutionException silent) {
            throw new IllegalStateException(
                    "no Kafka broker at " + servers + " answers within " + patience + ": check that the brokers run",
                    silent.getCause());
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }
}
