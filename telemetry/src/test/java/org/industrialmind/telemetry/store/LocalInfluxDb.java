package org.industrialmind.telemetry.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** A real InfluxDB 1.x as a child process on free ports of the loopback, where the machine has the program {@code influxd}. */
final class LocalInfluxDb implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path program;
    private final Path folder;
    private final int port = LocalQuestDb.freePort();
    private Optional<Process> process = Optional.empty();

    LocalInfluxDb(Path program, Path folder) {
        this.program = program;
        this.folder = folder;
        try {
            Files.writeString(folder.resolve("influxdb.conf"), """
                    reporting-disabled = true
                    bind-address = "127.0.0.1:%d"
                    [meta]
                      dir = "%s"
                    [data]
                      dir = "%s"
                      wal-dir = "%s"
                      index-version = "tsi1"
                      query-log-enabled = false
                    [http]
                      bind-address = "127.0.0.1:%d"
                      log-enabled = false
                    [monitor]
                      store-enabled = false
                    """.formatted(
                            LocalQuestDb.freePort(),
                            folder.resolve("meta"),
                            folder.resolve("data"),
                            folder.resolve("wal"),
                            port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Optional<Path> program() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(":"))
                .map(folder -> Path.of(folder, "influxd"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    LocalInfluxDb start() {
        try {
            process = Optional.of(new ProcessBuilder(
                            program.toString(),
                            "-config",
                            folder.resolve("influxdb.conf").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("influxd.log").toFile())
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!made("industrialmind")) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("influxd did not come up within " + PATIENCE + ": see " + folder);
            }
        }
        return this;
    }

    private boolean made(String database) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/query?q=CREATE+DATABASE+" + database))
                .timeout(Duration.ofSeconds(5))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            pause();
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(100));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void stop() {
        process.ifPresent(running -> {
            running.destroy();
            running.onExit()
                    .orTimeout(PATIENCE.toSeconds(), java.util.concurrent.TimeUnit.SECONDS)
                    .join();
        });
        process = Optional.empty();
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        stop();
    }
}
