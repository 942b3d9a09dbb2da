package org.industrialmind.stack;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server as child processes of this one, durable and closed by a password.
 *
 * <p>The carrier is a test library whose defaults suit tests: no fsync, no password, a temporary folder. All three are turned around here.
 * Password authentication is asked for when the cluster is made ({@code initdb --pwfile --auth}), so there is no moment of open trust.
 */
final class Postgres implements LocalServer {

    private static final String DATABASE = "industrialmind";
    private static final String OWNER = "industrialmind";
    private static final Duration PATIENCE = Duration.ofSeconds(60); // crash recovery on a busy disk

    private final Path folder;
    private final Path programs;
    private final int port;
    private final Secret password;
    private @Nullable EmbeddedPostgres server;

    Postgres(Path folder, Path programs, int port, Secret password) {
        this.folder = folder;
        this.programs = programs;
        this.port = port;
        this.password = password;
    }

    @Override
    public ServerName name() {
        return ServerName.POSTGRES;
    }

    @Override
    public Endpoint.Postgres start() {
        if (server == null) {
            try {
                EmbeddedPostgres fresh = launch();
                server = fresh;
                provide(fresh);
            } catch (IOException | SQLException | RuntimeException e) {
                stop();
                throw new StackException(
                        ServerName.POSTGRES, "PostgreSQL did not start: " + e.getMessage(), remedy(), e);
            }
        }
        return new Endpoint.Postgres("jdbc:postgresql://127.0.0.1:%d/%s?user=%s&password=%s"
                .formatted(port, DATABASE, OWNER, password.value()));
    }

    @Override
    public void stop() {
        EmbeddedPostgres running = server;
        if (running != null) {
            try {
                running.close();
            } catch (IOException e) {
                throw new StackException(
                        ServerName.POSTGRES,
                        "PostgreSQL did not stop: " + e.getMessage(),
                        "End the process named in %s/postmaster.pid.".formatted(folder),
                        e);
            } finally {
                server = null;
            }
        }
    }

    private EmbeddedPostgres launch() throws IOException {
        Files.createDirectories(folder.getParent());
        LeftoverPostmaster.stop(folder);
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(programs.toFile())
                .setRegisterShutdownHook(false)
                .setPGStartupWait(PATIENCE)
                .setPort(port)
                .setConnectConfig("password", password.value())
                // these reach initdb as --pwfile, --auth and --locale; the builder has no other way in
                .setLocaleConfig("pwfile", password.file().toString())
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("locale", "C.UTF-8");
        settings().forEach(builder::setServerConfig);
        return builder.start();
    }

    private static Map<String, String> settings() {
        return Map.of(
                "listen_addresses", "127.0.0.1",
                "unix_socket_directories", "",
                "fsync", "on",
                "synchronous_commit", "on",
                "full_page_writes", "on",
                "max_connections", "100",
                "shared_buffers", "64MB",
                "max_wal_size", "256MB",
                "password_encryption", "scram-sha-256");
    }

    /** Makes the platform's role and database at the first start. The role is no superuser. */
    private void provide(EmbeddedPostgres running) throws SQLException {
        try (Connection connection = running.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + OWNER + "'")) {
                statement.execute("CREATE ROLE " + OWNER + " LOGIN PASSWORD '" + password.value() + "'");
            }
            if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
                statement.execute("CREATE DATABASE " + DATABASE + " OWNER " + OWNER);
            }
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private String remedy() {
        return ("Read postgres.log in the logs folder. The password of %s is kept in %s: if that file was lost or changed, bring it back. "
                        + "Where user namespaces are forbidden and you are root, start as an ordinary user.")
                .formatted(folder, password.file());
    }
}
