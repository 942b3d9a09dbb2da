package org.industrialmind.app.command;

import java.util.Optional;
import org.industrialmind.app.platform.LocalServers;
import org.industrialmind.app.platform.Servers;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where servers are that run elsewhere; each one that is not given is started here. */
final class ServerOptions {
    @Option(names = "--kafka", paramLabel = "HOST:PORT", description = "Kafka that runs elsewhere.")
    private @Nullable String kafka;

    @Option(names = "--questdb", paramLabel = "URL", description = "QuestDB that runs elsewhere (HTTP).")
    private @Nullable String questDb;

    @Option(names = "--influxdb", paramLabel = "URL", description = "InfluxDB to be used instead of QuestDB.")
    private @Nullable String influx;

    @Option(
            names = "--influxdb-database",
            paramLabel = "NAME",
            description = "Its database, which must exist (default: ${DEFAULT-VALUE}).")
    private String influxDatabase = "industrialmind";

    @Option(
            names = "--postgres",
            paramLabel = "JDBC_URL",
            description = "PostgreSQL that runs elsewhere; a password belongs into INDUSTRIALMIND_POSTGRES instead.")
    private @Nullable String postgres;

    @Option(
            names = "--neo4j",
            paramLabel = "URL",
            description = "Neo4j that runs elsewhere (Bolt); INDUSTRIALMIND_NEO4J_USER and _PASSWORD say who asks.")
    private @Nullable String neo4j;

    @Option(names = "--without-graph", description = "Run without Neo4j; alarms then come without a diagnosis.")
    private boolean withoutGraph;

    LocalServers.Elsewhere elsewhere() {
        Optional<Servers.StoreAddress> store = influx != null
                ? Optional.of(new Servers.StoreAddress.Influx(influx, influxDatabase))
                : Optional.ofNullable(questDb).map(Servers.StoreAddress.QuestDb::new);
        return new LocalServers.Elsewhere(
                Optional.ofNullable(kafka),
                store,
                Optional.ofNullable(postgres).or(() -> environment("INDUSTRIALMIND_POSTGRES")),
                Optional.ofNullable(neo4j)
                        .map(url -> new Servers.GraphAddress(
                                url,
                                environment("INDUSTRIALMIND_NEO4J_USER").orElse("neo4j"),
                                environment("INDUSTRIALMIND_NEO4J_PASSWORD").orElse(""))),
                withoutGraph);
    }

    private static Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name));
    }
}
