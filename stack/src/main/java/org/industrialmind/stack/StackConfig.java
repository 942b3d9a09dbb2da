package org.industrialmind.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What to start and where: the data folder, the servers, their ports (absent or 0: any free one) and how long the event log keeps records.
 */
public record StackConfig(Path data, Set<ServerName> servers, Map<ServerPort, Integer> ports, Duration retention) {

    /** Long enough to replay a working week after a fault was understood. */
    private static final Duration A_WEEK = Duration.ofDays(7);

    public StackConfig {
        data = data.toAbsolutePath().normalize();
        servers = Set.copyOf(servers);
        ports = Map.copyOf(ports);
        ports.forEach((port, number) -> {
            if (number < 0 || number > 65_535) {
                throw new IllegalArgumentException(port.option() + " is " + number + "; a port is 0 (any) to 65535");
            }
        });
        if (!retention.isPositive()) {
            throw new IllegalArgumentException("retention is " + retention + "; it must be longer than zero");
        }
    }

    /** Returns Kafka, QuestDB and PostgreSQL on free ports, with a week of retention. */
    public static StackConfig defaults(Path data) {
        return new StackConfig(
                data, EnumSet.of(ServerName.KAFKA, ServerName.QUESTDB, ServerName.POSTGRES), Map.of(), A_WEEK);
    }

    public StackConfig withServers(ServerName... only) {
        return withServers(Arrays.asList(only));
    }

    public StackConfig withServers(Collection<ServerName> only) {
        return new StackConfig(data, Set.copyOf(only), ports, retention);
    }

    public StackConfig withPort(ServerPort port, int number) {
        Map<ServerPort, Integer> changed = new EnumMap<>(ServerPort.class);
        changed.putAll(ports);
        changed.put(port, number);
        return new StackConfig(data, servers, changed, retention);
    }

    public StackConfig withRetention(Duration kept) {
        return new StackConfig(data, servers, ports, kept);
    }

    Path logs() {
        return data.resolve("logs");
    }
}
