package org.industrialmind.stack;

import io.questdb.Bootstrap;
import io.questdb.PropBootstrapConfiguration;
import io.questdb.ServerMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A QuestDB server inside this process, reached over HTTP and PostgreSQL's wire protocol only.
 *
 * <p>Releases after the pinned one are aimed at running standalone rather than embedded; that nothing but this class names QuestDB is what
 * keeps the change small. Settings are written to {@code conf/} at every start because the ports may differ.
 * Both doors ask for the password: the one of HTTP takes SQL by GET, which any page in a browser on this machine can send.
 */
final class QuestDb implements LocalServer {

    private static final String USER = "admin";

    private final Path folder;
    private final Path logs;
    private final int httpPort;
    private final int pgPort;
    private final Secret password;
    private @Nullable ServerMain server;

    QuestDb(Path folder, Path logs, int httpPort, int pgPort, Secret password) {
        this.folder = folder;
        this.logs = logs;
        this.httpPort = httpPort;
        this.pgPort = pgPort;
        this.password = password;
    }

    @Override
    public ServerName name() {
        return ServerName.QUESTDB;
    }

    @Override
    public Endpoint.QuestDb start() {
        if (server == null) {
            try {
                configure();
                server = launch();
            } catch (IOException | RuntimeException e) {
                throw new StackException(
                        ServerName.QUESTDB,
                        "QuestDB did not start: " + e.getMessage(),
                        "Read the questdb logs in %s; if the data of %s is beyond repair, move it away."
                                .formatted(logs, folder),
                        e);
            }
        }
        return new Endpoint.QuestDb(
                "http://127.0.0.1:" + httpPort,
                USER,
                password.value(),
                "jdbc:postgresql://127.0.0.1:%d/qdb?user=%s&password=%s&sslmode=disable"
                        .formatted(pgPort, USER, password.value()));
    }

    @Override
    public void stop() {
        ServerMain running = server;
        if (running != null) {
            running.close();
            server = null;
        }
    }

    private ServerMain launch() {
        ServerMain fresh = new ServerMain(new Bootstrap(new PropBootstrapConfiguration(), "-d", folder.toString()));
        try {
            fresh.start();
            return fresh;
        } catch (RuntimeException e) {
            fresh.close();
            throw e;
        }
    }

    private void configure() throws IOException {
        Path conf = Files.createDirectories(folder.resolve("conf"));
        Files.createDirectories(folder.resolve("public"));
        OwnerOnly.write(conf.resolve("server.conf"), settings());
        OwnerOnly.write(conf.resolve("log.conf"), logSettings());
    }

    String settings() {
        return """
            http.bind.to=127.0.0.1:%d
            http.min.enabled=false
            http.user=%s
            http.password=%s
            pg.net.bind.to=127.0.0.1:%d
            pg.user=%s
            pg.password=%s
            line.tcp.enabled=false
            line.udp.enabled=false
            telemetry.enabled=false
            telemetry.disable.completely=true
            # a laptop's share: two workers, small append pages, native memory bounded
            shared.worker.count=2
            cairo.wal.writer.data.append.page.size=256K
            cairo.writer.data.append.page.size=1M
            cairo.o3.column.memory.size=128K
            ram.usage.limit.bytes=1536M
            """.formatted(httpPort, USER, password.value(), pgPort, USER, password.value());
    }

    /** Advisories and errors only: at information level QuestDB writes a line per query and commit. */
    private String logSettings() {
        return """
            writers=file
            w.file.class=io.questdb.log.LogRollingFileWriter
            w.file.location=%s
            w.file.level=ERROR,CRITICAL,ADVISORY
            w.file.rollSize=10m
            w.file.rollEvery=DAY
            w.file.lifeDuration=7d
            w.file.sizeLimit=50m
            """.formatted(logs.resolve("questdb.${date:yyyy-MM-dd}.log"));
    }
}
