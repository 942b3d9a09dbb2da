package org.industrialmind.app.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.industrialmind.app.platform.LocalServers;
import org.industrialmind.app.platform.ServerEnvironment;
import org.industrialmind.app.platform.Servers;
import org.industrialmind.app.platform.Variables;
import org.industrialmind.telemetry.wire.KafkaSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where servers are that run elsewhere; each one that is not given is started here. */
final class ServerOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(names = "--kafka", paramLabel = "HOST:PORT", description = "Kafka that runs elsewhere.")
    private @Nullable String kafka;

    @Option(
            names = "--kafka-config",
            paramLabel = "FILE",
            description = {
                "File of client settings name=value, such as security.protocol and sasl.jaas.config, for that Kafka",
                "(or INDUSTRIALMIND_KAFKA_CONFIG_FILE)."
            })
    private @Nullable Path kafkaConfig;

    @Option(
            names = "--questdb",
            paramLabel = "URL",
            description = {
                "QuestDB that runs elsewhere (HTTP); INDUSTRIALMIND_QUESTDB_USER and _PASSWORD, or _TOKEN, say who"
                        + " asks.",
                "Every variable may be given as NAME_FILE: the file that holds it."
            })
    private @Nullable String questDb;

    @Option(
            names = "--influxdb",
            paramLabel = "URL",
            description = {
                "InfluxDB to be used instead of QuestDB;",
                "INDUSTRIALMIND_INFLUXDB_TOKEN, or _USER and _PASSWORD, say who asks."
            })
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

    /** @throws ParameterException if they do not go together, or a file they name cannot be read */
    LocalServers.Elsewhere elsewhere() {
        return elsewhere(Variables.ofThisProcess());
    }

    LocalServers.Elsewhere elsewhere(Variables variables) {
        try {
            ServerEnvironment environment = new ServerEnvironment(variables);
            Optional<Servers.StoreAddress> store = influx != null
                    ? Optional.of(environment.influx(influx, influxDatabase))
                    : Optional.ofNullable(questDb).map(environment::questDb);
            return new LocalServers.Elsewhere(
                    kafka(environment),
                    store,
                    Optional.ofNullable(postgres).or(environment::postgres),
                    Optional.ofNullable(neo4j).map(environment::graph),
                    withoutGraph);
        } catch (IOException | UncheckedIOException | IllegalArgumentException | IllegalStateException wrong) {
            throw new ParameterException(command.commandLine(), String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private Optional<KafkaSettings> kafka(ServerEnvironment environment) throws IOException {
        if (kafka == null) {
            if (kafkaConfig != null) {
                throw new IllegalArgumentException(
                        "--kafka-config goes with --kafka: the Kafka that is started here asks for no login");
            }
            return Optional.empty();
        }
        if (kafkaConfig == null) {
            return Optional.of(new KafkaSettings(kafka, environment.kafkaSecurity()));
        }
        try {
            return Optional.of(new KafkaSettings(kafka, ServerEnvironment.read(Files.readString(kafkaConfig))));
        } catch (IOException e) {
            throw new IOException("--kafka-config names " + kafkaConfig + ", which cannot be read", e);
        }
    }
}
