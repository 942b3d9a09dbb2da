package org.industrialmind.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server that outlived the stack which started it, as happens when the stack is killed.
 *
 * <p>The caller holds the lock on the data folder, so a postmaster on it belongs to nobody else. The process number in
 * {@code postmaster.pid} may have been given to another program since; only a process whose command line names this folder is stopped.
 */
final class LeftoverPostmaster {

    private static final Logger log = LoggerFactory.getLogger(LeftoverPostmaster.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private LeftoverPostmaster() {}

    static void stop(Path folder) throws IOException {
        Optional<ProcessHandle> found = find(folder);
        if (found.isEmpty()) {
            return;
        }
        ProcessHandle postmaster = found.get();
        log.warn("leftover=postmaster pid={} folder={} action=stop", postmaster.pid(), folder);
        // PostgreSQL's words: INT is a fast shutdown, QUIT an immediate one that recovers at the next start
        if (!signal(postmaster, "INT") && !signal(postmaster, "QUIT")) {
            throw new StackException(
                    ServerName.POSTGRES,
                    "PostgreSQL (process %d) of an earlier run does not stop".formatted(postmaster.pid()),
                    "End process %d, then start again.".formatted(postmaster.pid()));
        }
    }

    static Optional<ProcessHandle> find(Path folder) throws IOException {
        Path file = folder.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d{1,10}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(ProcessHandle::isAlive)
                .filter(process -> serves(process, folder));
    }

    private static boolean serves(ProcessHandle process, Path folder) {
        try {
            String command = Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
            return command.contains("postgres") && command.contains(folder.toString());
        } catch (IOException unreadable) {
            return process.info()
                    .command()
                    .filter(name -> name.endsWith("postgres"))
                    .isPresent();
        }
    }

    private static boolean signal(ProcessHandle process, String signal) throws IOException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (process.isAlive() && System.nanoTime() < deadline) {
                TimeUnit.MILLISECONDS.sleep(50); // not our child: its end cannot be awaited, only watched
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !process.isAlive();
    }
}
