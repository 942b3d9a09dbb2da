package org.industrialmind.stackgraph;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/**
 * A running Neo4j on one folder, open to Bolt on loopback for those who have the password.
 *
 * <p>A new database has Neo4j's well-known first password, which Neo4j lets nobody use for anything but changing it; the generated one
 * replaces it before the address is told to anyone.
 */
final class GraphDatabase implements AutoCloseable {

    static final String USER = "neo4j";

    private static final int SECRET_BYTES = 24; // 192 bits: out of reach of guessing

    private final DatabaseManagementService service;
    private final int port;
    private final String password;

    private GraphDatabase(DatabaseManagementService service, int port, String password) {
        this.service = service;
        this.port = port;
        this.password = password;
    }

    /** Returns once Bolt answers. Failures of Neo4j are unchecked and say what went wrong in their root cause. */
    static GraphDatabase open(GraphConfig config) throws IOException {
        Files.createDirectories(config.data());
        Files.createDirectories(config.logs());
        int port = claim(config.boltPort());
        Path settings = config.data().resolve("neo4j.conf");
        Files.writeString(settings, settings(config, port));
        DatabaseManagementService service = new DatabaseManagementServiceBuilder(config.data())
                .loadPropertiesFromFile(settings)
                .build();
        try {
            return new GraphDatabase(service, port, close(service, config.data().resolve("graph.password")));
        } catch (IOException | RuntimeException e) {
            service.shutdown();
            throw e;
        }
    }

    String url() {
        return "bolt://127.0.0.1:" + port;
    }

    String password() {
        return password;
    }

    @Override
    public void close() {
        service.shutdown();
    }

    /** Closes a new database with a password of its own, and returns the password. */
    private static String close(DatabaseManagementService service, Path file) throws IOException {
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        byte[] random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        String fresh = HexFormat.of().formatHex(random);
        service.database("system")
                .executeTransactionally(
                        "ALTER USER " + USER + " SET PASSWORD $password CHANGE NOT REQUIRED",
                        Map.of("password", fresh));
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, fresh + "\n");
        return fresh;
    }

    /** @throws PortTakenException if another program listens on the wanted port */
    private static int claim(int wanted) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new PortTakenException(wanted, e);
        }
    }

    /** A graph of some ten thousand edges on a laptop: small caches, and a Bolt connector that does not linger when it stops. */
    private static String settings(GraphConfig config, int port) {
        return """
                server.directories.logs=%s
                server.bolt.enabled=true
                server.bolt.listen_address=127.0.0.1:%d
                server.bolt.advertised_address=127.0.0.1:%d
                server.http.enabled=false
                server.https.enabled=false
                dbms.security.auth_enabled=true
                dbms.usage_report.enabled=false
                server.memory.pagecache.size=64m
                db.tx_log.rotation.retention_policy=1 files
                internal.dbms.bolt.netty_server_shutdown_quiet_period_duration=0s
                internal.dbms.bolt.netty_server_shutdown_timeout=2s
                internal.server.bolt.thread_pool_shutdown_wait_time=1s
                internal.server.bolt.connection_shutdown_wait_time=1s
                """.formatted(config.logs(), port, port);
    }
}
