package org.industrialmind.stack;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The local stack as a program: starts the servers, tells its parent where they are, and stops them when the parent is gone.
 *
 * <p>Standard output carries one JSON object per line: {@code ready} for each server, {@code up} when all but the graph are,
 * {@code failed} with a reason and a next step, {@code stopped}. Standard input is the leash: at its end, as at SIGTERM, everything is
 * stopped. Server logs go to files below the data folder. Exit codes: 0 stopped, 2 wrong usage, 3 could not start.
 */
public final class StackMain {

    private static final int USAGE = 2;
    private static final int FAILED = 3;

    private final StackArguments arguments;
    private final StackEvents events;
    private final Lock starting = new ReentrantLock();
    private volatile boolean stopping;
    private volatile boolean failed;
    private volatile @Nullable LocalStack stack;
    private volatile @Nullable GraphServer graph;

    private StackMain(StackArguments arguments, StackEvents events) {
        this.arguments = arguments;
        this.events = events;
    }

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        StackArguments parsed;
        try {
            parsed = StackArguments.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n" + StackArguments.USAGE);
            System.exit(USAGE);
            return;
        }
        StackConfig config = parsed.config();
        StackEvents events = new StackEvents(out, config.data().resolve("stack.json"));
        System.exit(new StackMain(parsed, events).run());
    }

    /** Runs until the parent lets go, and returns the exit code. */
    private int run() {
        try {
            OwnerOnly.folder(arguments.config().data());
            sendLogsToFiles(arguments.config().logs());
            Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
            if (!arguments.trainAot()) {
                Thread.ofPlatform().name("leash").daemon().start(StackMain::exitWithParent);
            }
            LocalStack running = startServers();
            if (!arguments.trainAot()) {
                arguments.graph().ifPresent(program -> startGraph(program, running));
                new CountDownLatch(1).await(); // for the leash, or a signal
            }
            return 0;
        } catch (StackException e) {
            return failed(e);
        } catch (IOException | RuntimeException e) {
            return failed(new StackException("the stack did not start: " + e, "Read the logs in the data folder.", e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    /** Tells the failure, unless the servers failed because they were being stopped while they started. */
    private int failed(StackException failure) {
        if (stopping) {
            return 0;
        }
        failed = true;
        events.failed(failure);
        return FAILED;
    }

    private LocalStack startServers() {
        starting.lock(); // stopping waits for it, so that no half-started server is left behind
        try {
            long began = System.nanoTime();
            LocalStack running = LocalStack.start(arguments.config(), events);
            stack = running;
            events.up(Duration.ofNanos(System.nanoTime() - began));
            return running;
        } finally {
            starting.unlock();
        }
    }

    /** Nothing waits for the graph, and its failure fails nothing else. */
    private void startGraph(GraphProgram program, LocalStack running) {
        StackConfig config = arguments.config();
        List<String> command = program.command(
                config.data().resolve("graph"), config.logs().resolve("neo4j"), running.port(ServerPort.BOLT));
        GraphServer server = new GraphServer(command, config.logs());
        graph = server;
        long began = System.nanoTime();
        try {
            Endpoint endpoint = server.start();
            events.ready(endpoint, Duration.ofNanos(System.nanoTime() - began));
            server.onUnexpectedEnd(this::graphFailed);
        } catch (StackException e) {
            graphFailed(e);
        }
    }

    private void graphFailed(StackException failure) {
        if (!stopping) {
            events.failed(failure);
        }
    }

    private void stop() {
        stopping = true;
        Thread graphEnds = Thread.ofPlatform().start(() -> {
            GraphServer server = graph;
            if (server != null) {
                server.stop();
            }
        });
        starting.lock();
        try {
            LocalStack running = stack;
            if (running != null) {
                running.close();
            }
            graphEnds.join();
            if (!failed) {
                events.stopped();
            }
        } catch (StackException e) {
            events.failed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            starting.unlock();
        }
    }

    private static void exitWithParent() {
        try {
            while (System.in.read() >= 0) {
                // whatever the parent says, only its silence means something
            }
        } catch (IOException gone) {
            // a broken pipe says the same as its end
        }
        System.exit(0);
    }

    /** Points every log, and what servers print by themselves, into the data folder, before the first logger exists. */
    private static void sendLogsToFiles(Path logs) throws IOException {
        Files.createDirectories(logs);
        System.setProperty("industrialmind.stack.logs", logs.toString());
        System.setProperty("logback.configurationFile", "stack-logback.xml");
        Path printed = logs.resolve("printed.log");
        PrintStream file = new PrintStream(Files.newOutputStream(printed), true, StandardCharsets.UTF_8);
        System.setOut(file);
        System.setErr(file);
    }
}
