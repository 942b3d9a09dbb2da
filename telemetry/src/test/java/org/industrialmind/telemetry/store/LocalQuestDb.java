package org.industrialmind.telemetry.store;

import io.questdb.Bootstrap;
import io.questdb.PropBootstrapConfiguration;
import io.questdb.ServerMain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A real QuestDB in this JVM, on a free port of the loopback, that can be stopped and started again on the same data. */
public final class LocalQuestDb implements AutoCloseable {
    private static final Login.Password LOGIN = new Login.Password("admin", "of-the-test");

    private final Path folder;
    private final int port = freePort();
    private Optional<ServerMain> server = Optional.empty();

    public LocalQuestDb(Path folder) {
        this.folder = folder;
        try {
            Path conf = Files.createDirectories(folder.resolve("conf"));
            Files.createDirectories(folder.resolve("public"));
            Files.writeString(conf.resolve("server.conf"), """
                http.bind.to=127.0.0.1:%d
                http.min.enabled=false
                http.user=%s
                http.password=%s
                pg.enabled=false
                line.tcp.enabled=false
                line.udp.enabled=false
                telemetry.enabled=false
                telemetry.disable.completely=true
                shared.worker.count=2
                cairo.wal.writer.data.append.page.size=256K
                cairo.writer.data.append.page.size=1M
                cairo.o3.column.memory.size=128K
                """.formatted(port, LOGIN.name(), LOGIN.password()));
            Files.writeString(conf.resolve("log.conf"), """
                writers=stdout
                w.stdout.class=io.questdb.log.LogConsoleWriter
                w.stdout.level=CRITICAL
                """);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public LocalQuestDb start() {
        ServerMain fresh = new ServerMain(new Bootstrap(new PropBootstrapConfiguration(), "-d", folder.toString()));
        fresh.start();
        server = Optional.of(fresh);
        return this;
    }

    public void stop() {
        server.ifPresent(ServerMain::close);
        server = Optional.empty();
    }

    /** Returns the address as QuestDB's own client wants it. */
    String clientAddress() {
        return "http::addr=127.0.0.1:%d;username=%s;password=%s;".formatted(port, LOGIN.name(), LOGIN.password());
    }

    public QuestDbConfig config() {
        return QuestDbConfig.at("http://127.0.0.1:" + port).withLogin(LOGIN);
    }

    @Override
    public void close() {
        stop();
    }
}
