package org.industrialmind.app.chaos;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.industrialmind.app.platform.ServerEnvironment;
import org.industrialmind.app.platform.Servers;
import org.industrialmind.telemetry.scoring.Probe;

/** A running {@link ChaosApp}, as the test sees it. */
final class AppProcess implements AutoCloseable {
    private static final int KILLED = 137; // 128 + SIGKILL

    private final Process process;
    private final Path log;
    private final Writer orders;
    private final BufferedReader answers;

    private AppProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
        orders = process.outputWriter();
        answers = process.inputReader();
    }

    /** Starts the program and returns at once; see {@link #awaitReady()}. */
    static AppProcess launch(Servers servers, Path data) throws IOException {
        Path log = Files.createTempFile(data, "app-", ".log");
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx384m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1", // starts faster
                        "-Dchaos.level=INFO",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        ChaosApp.class.getName(),
                        data.toString()))
                .redirectError(log.toFile());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        ServerEnvironment.handOn(servers, builder.environment());
        return new AppProcess(builder.start(), log);
    }

    void awaitReady() {
        expect("ready", read());
    }

    /** Has the program kill itself when it passes that point for the n-th time from now. */
    void trap(Probe.Point point, int passages) {
        expect("trapped", ask("trap " + point + " " + passages));
    }

    /** Returns a line that begins with the state of its scoring runtime. */
    String state() {
        return ask("state");
    }

    boolean running() {
        return process.isAlive();
    }

    void kill() {
        process.destroyForcibly();
    }

    /** Waits until the trap has sprung, or the kill has worked. */
    void awaitKilled() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("the app still runs: its trap has not sprung within 60 s; " + state());
        }
        if (process.exitValue() != KILLED) {
            throw new AssertionError("the app ended with " + process.exitValue() + ", not by a kill:\n" + logTail());
        }
    }

    private String ask(String order) {
        try {
            orders.write(order + "\n");
            orders.flush();
            return read();
        } catch (IOException gone) {
            throw new AssertionError("the app does not take '" + order + "':\n" + logTail(), gone);
        }
    }

    private String read() {
        try {
            String answer = answers.readLine();
            if (answer == null) {
                throw new AssertionError("the app has ended:\n" + logTail());
            }
            return answer;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void expect(String wanted, String answer) {
        if (!answer.equals(wanted)) {
            throw new AssertionError("the app says '" + answer + "', not '" + wanted + "':\n" + logTail());
        }
    }

    String logTail() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    /** Ends the program in order. */
    @Override
    public void close() {
        try {
            orders.close();
        } catch (IOException alreadyGone) {
            // killed: there is nobody to tell
        }
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
