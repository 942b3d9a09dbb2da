package org.industrialmind.app.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A training worker in a JVM of its own: a crash of native code there takes a training with it and nothing else. A worker
 * that dies is started again; a training that kills it every time is given up by the queue.
 *
 * <p>The class path travels in the environment: ONNX Runtime 1.29 searches its own command line with a recursive regular
 * expression and overflows the stack, without a trace, when that line has the length of ours.
 */
public final class WorkerProcess implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerProcess.class);

    private final ProcessBuilder builder;
    private volatile Process process;
    private volatile boolean closing;

    private WorkerProcess(ProcessBuilder builder) throws IOException {
        this.builder = builder;
        this.process = builder.start();
        watch(process);
    }

    private void watch(Process worker) {
        worker.onExit().thenAccept(gone -> {
            if (closing) {
                return;
            }
            LOG.warn("event=worker-died exit={} next=\"starting another\"", gone.exitValue());
            try {
                TimeUnit.SECONDS.sleep(1);
                process = builder.start();
                watch(process);
            } catch (IOException failed) {
                LOG.error("event=worker-not-started next=\"trainings wait until a worker runs\"", failed);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /**
     * Starts a worker that ends when this program does.
     *
     * @param data the folder that the worker's models and logs go to
     * @param servers writes into the worker's environment where the servers are; they are not on the command line, which
     *     everyone on the machine may read
     */
    public static WorkerProcess start(Path data, Consumer<Map<String, String>> servers) {
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
                    "org.industrialmind.app.IndustrialMind",
                    "worker",
                    "--data",
                    data.toString()));
            servers.accept(builder.environment());
            builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
            builder.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.appendTo(
                            logs.resolve("worker.err").toFile()));
            return new WorkerProcess(builder);
        } catch (IOException failed) {
            throw new UncheckedIOException("the training worker could not be started", failed);
        }
    }

    public boolean alive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        closing = true;
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
