package org.industrialmind.app.platform;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.industrialmind.telemetry.store.Login;
import org.industrialmind.telemetry.wire.KafkaSettings;

/**
 * Where the servers are and how to log in to them, as environment variables, which only their owner can read: what an
 * operator sets, and what one process of ours hands to another.
 *
 * <p>{@code INDUSTRIALMIND_QUESTDB} and {@code INDUSTRIALMIND_INFLUXDB} go with {@code _TOKEN}, or {@code _USER} and
 * {@code _PASSWORD}; {@code INDUSTRIALMIND_KAFKA_CONFIG} holds further lines {@code name=value} of a Kafka client. Each
 * may be given as {@code NAME_FILE} ({@link Variables}).
 */
public final class ServerEnvironment {
    private static final String KAFKA = "INDUSTRIALMIND_KAFKA";
    private static final String KAFKA_CONFIG = "INDUSTRIALMIND_KAFKA_CONFIG";
    private static final String QUESTDB = "INDUSTRIALMIND_QUESTDB";
    private static final String INFLUX = "INDUSTRIALMIND_INFLUXDB";
    private static final String INFLUX_DATABASE = "INDUSTRIALMIND_INFLUXDB_DATABASE";
    private static final String POSTGRES = "INDUSTRIALMIND_POSTGRES";
    private static final String NEO4J_USER = "INDUSTRIALMIND_NEO4J_USER";
    private static final String NEO4J_PASSWORD = "INDUSTRIALMIND_NEO4J_PASSWORD";

    private static final List<String> ALL = Stream.of(
                    Stream.of(KAFKA, KAFKA_CONFIG, INFLUX_DATABASE, POSTGRES, NEO4J_USER, NEO4J_PASSWORD),
                    withLogin(QUESTDB),
                    withLogin(INFLUX))
            .flatMap(names -> names)
            .toList();

    private final Variables variables;

    public ServerEnvironment(Variables variables) {
        this.variables = variables;
    }

    private static Stream<String> withLogin(String server) {
        return Stream.of(server, server + "_TOKEN", server + "_USER", server + "_PASSWORD");
    }

    /**
     * Writes into the environment of another process where the servers are, in place of all that it says of servers: what it
     * inherits may name others, or the same ones in the other form.
     */
    public static void handOn(Servers servers, Map<String, String> environment) {
        ALL.forEach(name -> {
            environment.remove(name);
            environment.remove(name + Variables.FILE);
        });
        environment.putAll(of(servers));
    }

    private static Map<String, String> of(Servers servers) {
        Map<String, String> values = new HashMap<>();
        values.put(KAFKA, servers.kafka().bootstrapServers());
        if (!servers.kafka().security().isEmpty()) {
            values.put(KAFKA_CONFIG, written(servers.kafka().security()));
        }
        values.put(POSTGRES, servers.postgres());
        switch (servers.store()) {
            case Servers.StoreAddress.QuestDb questDb -> {
                values.put(QUESTDB, questDb.url());
                questDb.login().ifPresent(login -> put(values, QUESTDB, login));
            }
            case Servers.StoreAddress.Influx influx -> {
                values.put(INFLUX, influx.url());
                values.put(INFLUX_DATABASE, influx.database());
                influx.login().ifPresent(login -> put(values, INFLUX, login));
            }
        }
        return values;
    }

    private static void put(Map<String, String> values, String server, Login login) {
        switch (login) {
            case Login.Password known -> {
                values.put(server + "_USER", known.name());
                values.put(server + "_PASSWORD", known.password());
            }
            case Login.Token known -> values.put(server + "_TOKEN", known.token());
        }
    }

    /** @throws IllegalStateException if a variable is missing; the message names it */
    public Servers servers() {
        Servers.StoreAddress store = variables.find(INFLUX).isPresent()
                ? influx(variables.required(INFLUX), variables.required(INFLUX_DATABASE))
                : questDb(variables.required(QUESTDB));
        return new Servers(
                new KafkaSettings(variables.required(KAFKA), kafkaSecurity()),
                store,
                variables.required(POSTGRES),
                new CompletableFuture<>());
    }

    /** Returns a QuestDB elsewhere, with the login that the environment holds for it. */
    public Servers.StoreAddress.QuestDb questDb(String url) {
        return new Servers.StoreAddress.QuestDb(url, login(QUESTDB, "Bearer"));
    }

    /** Returns an InfluxDB elsewhere, with the login that the environment holds for it. */
    public Servers.StoreAddress.Influx influx(String url, String database) {
        Optional<Login> login = login(INFLUX, "Token"); // 2.x asks for this word, 3 takes it
        return new Servers.StoreAddress.Influx(url, database, login);
    }

    /** Returns a Neo4j elsewhere, with the login that the environment holds for it. */
    public Servers.GraphAddress graph(String url) {
        return new Servers.GraphAddress(
                url,
                variables.find(NEO4J_USER).orElse("neo4j"),
                variables.find(NEO4J_PASSWORD).orElse(""));
    }

    /** Returns the JDBC URL of a PostgreSQL elsewhere, which may hold a password. */
    public Optional<String> postgres() {
        return variables.find(POSTGRES);
    }

    /** Returns what the environment says of how to get in to Kafka; nothing if it says nothing. */
    public Map<String, String> kafkaSecurity() {
        return variables.find(KAFKA_CONFIG).map(ServerEnvironment::read).orElse(Map.of());
    }

    private Optional<Login> login(String server, String scheme) {
        Optional<Login> token = variables.find(server + "_TOKEN").map(secret -> new Login.Token(scheme, secret));
        return token.or(() -> variables
                .find(server + "_USER")
                .map(user -> new Login.Password(user, variables.required(server + "_PASSWORD"))));
    }

    /** Returns the settings in a text of lines {@code name=value}, as Kafka's own tools read them. */
    public static Map<String, String> read(String lines) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(lines));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, properties::getProperty));
    }

    private static String written(Map<String, String> settings) {
        Properties properties = new Properties();
        properties.putAll(settings);
        StringWriter lines = new StringWriter();
        try {
            properties.store(lines, null);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return lines.toString();
    }
}
