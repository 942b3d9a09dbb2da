package org.industrialmind.stack;

import java.util.LinkedHashMap;
import java.util.Map;

/** Where a running server is reached, in the words of its ordinary client. Passwords are part of it, so it is never logged. */
public sealed interface Endpoint {

    ServerName server();

    /** Returns the addresses and credentials by the names they carry in events and in {@code stack.json}. */
    Map<String, String> properties();

    /** A Kafka broker, as {@code bootstrap.servers} wants it: {@code host:port}. */
    record Kafka(String bootstrapServers) implements Endpoint {
        @Override
        public ServerName server() {
            return ServerName.KAFKA;
        }

        @Override
        public Map<String, String> properties() {
            return Map.of("url", bootstrapServers);
        }
    }

    /** A QuestDB server: line protocol and SQL over HTTP (basic authentication), and JDBC with credentials in the URL. */
    record QuestDb(String httpUrl, String user, String password, String jdbcUrl) implements Endpoint {
        @Override
        public ServerName server() {
            return ServerName.QUESTDB;
        }

        @Override
        public Map<String, String> properties() {
            return ordered("url", httpUrl, "user", user, "password", password, "pgUrl", jdbcUrl);
        }

        @Override
        public String toString() {
            return "QuestDb[" + httpUrl + "]";
        }
    }

    /** A PostgreSQL database, as one JDBC URL with user and password. */
    record Postgres(String jdbcUrl) implements Endpoint {
        @Override
        public ServerName server() {
            return ServerName.POSTGRES;
        }

        @Override
        public Map<String, String> properties() {
            return Map.of("url", jdbcUrl);
        }

        @Override
        public String toString() {
            return "Postgres[" + jdbcUrl.replaceFirst("\\?.*", "") + "]";
        }
    }

    /** A Neo4j database over Bolt. */
    record Neo4j(String boltUrl, String user, String password) implements Endpoint {
        @Override
        public ServerName server() {
            return ServerName.NEO4J;
        }

        @Override
        public Map<String, String> properties() {
            return ordered("url", boltUrl, "user", user, "password", password);
        }

        @Override
        public String toString() {
            return "Neo4j[" + boltUrl + "]";
        }
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
