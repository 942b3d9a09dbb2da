package org.industrialmind.stack;

import java.util.Arrays;
import java.util.Optional;

/** A port of the local stack: which server listens on it, and the option that chooses it. */
public enum ServerPort {
    KAFKA(ServerName.KAFKA, "--kafka-port"),
    QUESTDB_HTTP(ServerName.QUESTDB, "--questdb-http-port"),
    QUESTDB_PG(ServerName.QUESTDB, "--questdb-pg-port"),
    POSTGRES(ServerName.POSTGRES, "--postgres-port"),
    BOLT(ServerName.NEO4J, "--bolt-port");

    private final ServerName server;
    private final String option;

    ServerPort(ServerName server, String option) {
        this.server = server;
        this.option = option;
    }

    public ServerName server() {
        return server;
    }

    /** Returns the command-line option that sets this port. */
    public String option() {
        return option;
    }

    static Optional<ServerPort> find(String option) {
        return Arrays.stream(values())
                .filter(port -> port.option.equals(option))
                .findFirst();
    }
}
