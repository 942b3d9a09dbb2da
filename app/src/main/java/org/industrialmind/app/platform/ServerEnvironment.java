package org.industrialmind.app.platform;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.industrialmind.telemetry.wire.KafkaSettings;

/** Hands the addresses of the servers to another process through its environment, which only its owner can read. */
public final class ServerEnvironment {
    private static final String KAFKA = "INDUSTRIALMIND_KAFKA";
    private static final String QUESTDB = "INDUSTRIALMIND_QUESTDB";
    private static final String INFLUX = "INDUSTRIALMIND_INFLUXDB";
    private static final String INFLUX_DATABASE = "INDUSTRIALMIND_INFLUXDB_DATABASE";
    private static final String POSTGRES = "INDUSTRIALMIND_POSTGRES";

    private ServerEnvironment() {}

    /** Returns the variables that say where the servers are. */
    public static Map<String, String> of(Servers servers) {
        Map<String, String> variables = new HashMap<>();
        variables.put(KAFKA, servers.kafka().bootstrapServers());
        variables.put(POSTGRES, servers.postgres());
        switch (servers.store()) {
            case Servers.StoreAddress.QuestDb questDb -> variables.put(QUESTDB, questDb.url());
            case Servers.StoreAddress.Influx influx -> {
                variables.put(INFLUX, influx.url());
                variables.put(INFLUX_DATABASE, influx.database());
            }
        }
        return variables;
    }

    /** @throws IllegalStateException if a variable is missing; the message names it */
    public static Servers read(Map<String, String> variables) {
        Servers.StoreAddress store = variables.containsKey(INFLUX)
                ? new Servers.StoreAddress.Influx(required(variables, INFLUX), required(variables, INFLUX_DATABASE))
                : new Servers.StoreAddress.QuestDb(required(variables, QUESTDB));
        return new Servers(
                new KafkaSettings(required(variables, KAFKA)),
                store,
                required(variables, POSTGRES),
                new CompletableFuture<>());
    }

    private static String required(Map<String, String> variables, String name) {
        String value = variables.get(name);
        if (value == null) {
            throw new IllegalStateException(
                    "the environment variable " + name + " is not set; next: set it to where that server is");
        }
        return value;
    }
}
