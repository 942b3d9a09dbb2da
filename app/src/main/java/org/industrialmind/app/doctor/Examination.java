package org.industrialmind.app.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.industrialmind.app.process.Home;

/** Looks at everything that IndustrialMind needs of a machine: Java, processors, memory, disk, ports, and what is built. */
public final class Examination {
    private static final long GIB = 1L << 30;
    private static final long MIB = 1L << 20;
    // Heaps: platform 1 GB, servers 512 MB, graph 384 MB, worker 1 GB; measured together about 2.5 GB resident.
    private static final long MEMORY_WANTED = 3 * GIB;
    private static final long MEMORY_LEAST = 3 * GIB / 2;
    private static final long DISK_WANTED = 5 * GIB;
    private static final long DISK_LEAST = GIB;

    private final Path data;
    private final int port;

    /**
     * @param data the folder that would hold the data
     * @param port the port that the platform would listen on
     */
    public Examination(Path data, int port) {
        this.data = data;
        this.port = port;
    }

    public List<Finding> findings() {
        return List.of(java(), processors(), heap(), memory(), disk(), port(), servers(), dashboard());
    }

    private static Finding java() {
        Runtime.Version version = Runtime.version();
        return version.feature() >= 25
                ? Finding.fine("Java", version + " in " + System.getProperty("java.home"))
                : Finding.inTheWay("Java", version.toString(), "install a JDK 25 and point JAVA_HOME at it");
    }

    private static Finding processors() {
        int cores = Runtime.getRuntime().availableProcessors();
        return cores >= 2
                ? Finding.fine("Processors", cores + " cores")
                : Finding.worthKnowing(
                        "Processors", cores + " core", "two or more keep the live path smooth during training");
    }

    private static Finding heap() {
        long heap = Runtime.getRuntime().maxMemory();
        String seen = heap / MIB + " MiB for the platform (servers 512 MiB, graph 384 MiB, worker 1024 MiB)";
        return heap >= 400 * MIB
                ? Finding.fine("Heap", seen)
                : Finding.worthKnowing("Heap", seen, "give more: INDUSTRIALMIND_HEAP=1g ./industrialmind ...");
    }

    private static Finding memory() {
        OptionalLong available = availableMemory();
        if (available.isEmpty()) {
            return Finding.worthKnowing("Memory", "unknown on this system", "about 3 GiB should be free");
        }
        String seen = gib(available.getAsLong()) + " available, about 3 GiB are used";
        if (available.getAsLong() < MEMORY_LEAST) {
            return Finding.inTheWay("Memory", seen, "close other programs, or run without the graph: --without-graph");
        }
        return available.getAsLong() < MEMORY_WANTED
                ? Finding.worthKnowing(
                        "Memory", seen, "close other programs, or run without the graph: --without-graph")
                : Finding.fine("Memory", seen);
    }

    private static OptionalLong availableMemory() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/meminfo"))) {
            return lines.filter(line -> line.startsWith("MemAvailable:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst();
        } catch (IOException notLinux) {
            return OptionalLong.empty();
        }
    }

    private Finding disk() {
        Path folder = data.toAbsolutePath();
        while (!Files.exists(folder) && folder.getParent() instanceof Path parent) {
            folder = parent;
        }
        try {
            long free = Files.getFileStore(folder).getUsableSpace();
            String seen = gib(free) + " free for " + data.toAbsolutePath();
            if (!Files.isWritable(folder)) {
                return Finding.inTheWay("Disk", folder + " cannot be written to", "choose another folder: --data DIR");
            }
            if (free < DISK_LEAST) {
                return Finding.inTheWay("Disk", seen, "free some space, or choose another folder: --data DIR");
            }
            return free < DISK_WANTED
                    ? Finding.worthKnowing(
                            "Disk", seen, "a busy plant fills a gigabyte in hours; choose another folder: --data DIR")
                    : Finding.fine("Disk", seen);
        } catch (IOException unknown) {
            return Finding.worthKnowing("Disk", "unknown: " + unknown.getMessage(), "a few gigabytes should be free");
        }
    }

    private Finding port() {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return Finding.fine("Port", port + " is free on the loopback address");
        } catch (IOException taken) {
            return Finding.worthKnowing(
                    "Port", port + " is taken by another program", "stop that program, or use --port N");
        }
    }

    private static Finding servers() {
        List<String> missing = Stream.of("stack", "stack-graph")
                .filter(module ->
                        !Files.isDirectory(Home.folder().resolve(module).resolve("target/lib")))
                .toList();
        return missing.isEmpty()
                ? Finding.fine("Local servers", "built: Kafka, QuestDB, PostgreSQL, Neo4j")
                : Finding.inTheWay(
                        "Local servers",
                        "not built: " + missing,
                        "run any command through ./industrialmind, which builds them");
    }

    private static Finding dashboard() {
        if (Files.exists(Home.folder().resolve("dashboard/out/index.html"))) {
            return Finding.fine("Dashboard", "built");
        }
        String next = nodeMajor() >= 20
                ? "run any command through ./industrialmind, which builds it"
                : "install Node 20 or newer with npm, then run any command through ./industrialmind";
        return Finding.worthKnowing("Dashboard", "not built; everything else works", next);
    }

    private static int nodeMajor() {
        try {
            Process node = new ProcessBuilder("node", "--version")
                    .redirectErrorStream(true)
                    .start();
            String answer = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            boolean answered = node.waitFor(5, TimeUnit.SECONDS) && answer.matches("v\\d+\\..*");
            return answered ? Integer.parseInt(answer.substring(1, answer.indexOf('.'))) : 0;
        } catch (IOException absent) {
            return 0;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private static String gib(long bytes) {
        return String.format("%.1f GiB", (double) bytes / GIB);
    }
}
