package org.industrialmind.app.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A training worker in a JVM of its own: a crash of native code there takes a training with it and nothing else. */
public final class WorkerProcess implements AutoCloseable {
    private final Process process;

    private WorkerProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts a worker that ends when this program does.
     *
     * @param data the folder that the worker's models and logs go to
     * @param environment where the servers are; not on the command line, which everyone on the machine may read
     */
    public static WorkerProcess start(Path data, Map<String, String> environment) {
        try {
            Path logs = Files.createDirectories(data.resolve("logs"));
            ProcessBuilder builder = new ProcessBuilder(OwnSession.command(
                    Home.java(),
                    "-Xmx1g",
                    "-XX:+UseSerialGC",
                    "-Duser.timezone=UTC",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-Dorg.bytedeco.javacpp.nopointergc=true",
                    "-Dindustrialmind.home=" + Home.folder(),
                    "-Dindustrialmind.logs=" + logs,
                    "-Dindustrialmind.program=worker",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "org.industrialmind.app.IndustrialMind",
                    "worker",
                    "--data",
                    data.toString()));
            builder.environment().putAll(environment);
            builder.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.appendTo(
                            logs.resolve("worker.err").toFile()));
            return new WorkerProcess(builder.start());
        } catch (IOException failed) {
            throw new UncheckedIOException("the training worker could not be started", failed);
        }
    }

    public boolean alive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close(); // the worker stops when its input ends
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException alreadyGone) {
            process.destroy();
        } catch (InterruptedException stop) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
