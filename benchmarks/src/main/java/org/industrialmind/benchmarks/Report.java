package org.industrialmind.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What one run found: our times beside a peer's, as a table for people and as JSON for those who keep score.
 *
 * <p>A ratio is our time over the peer's: 1 is as fast, 2 takes twice as long.
 */
public final class Report {
    /**
     * One task done by both.
     *
     * @param milliseconds our time
     * @param peerMilliseconds the peer's time
     * @param operations floating-point operations of the task, or 0 where that means nothing
     */
    public record Row(String task, double milliseconds, double peerMilliseconds, double operations) {
        /** Returns our time over the peer's. */
        public double ratio() {
            return milliseconds / peerMilliseconds;
        }

        double gigaflops(double time) {
            return operations / time / 1e6;
        }
    }

    private final String name;
    private final String peer;
    private final List<Row> rows = new ArrayList<>();

    /** Makes a report by a name and the peer's, both used in the JSON. */
    public Report(String name, String peer) {
        this.name = name;
        this.peer = peer;
    }

    public void add(Row row) {
        rows.add(row);
    }

    /** Returns one line a task, times in milliseconds. */
    public String table() {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "%-24s %10s %10s %8s %10s %10s%n",
                "task",
                "ours ms",
                peer + " ms",
                "ratio",
                "GF/s",
                "peer GF/s"));
        for (Row row : rows) {
            table.append(String.format(
                    Locale.ROOT,
                    "%-24s %10.3f %10.3f %8.2f %10.1f %10.1f%n",
                    row.task,
                    row.milliseconds,
                    row.peerMilliseconds,
                    row.ratio(),
                    row.gigaflops(row.milliseconds),
                    row.gigaflops(row.peerMilliseconds)));
        }
        return table.toString();
    }

    /** Returns the report as JSON, with the machine it was made on. */
    public String json() {
        List<String> lines = new ArrayList<>();
        for (Row row : rows) {
            lines.add(String.format(
                    Locale.ROOT,
                    "    {\"task\": \"%s\", \"milliseconds\": %.4f, \"%s_milliseconds\": %.4f, \"ratio_to_%s\": %.3f}",
                    row.task,
                    row.milliseconds,
                    peer,
                    row.peerMilliseconds,
                    peer,
                    row.ratio()));
        }
        return document(name, lines);
    }

    /** Returns a report of any rows, with the machine it was made on. */
    static String document(String name, List<String> rows) {
        return String.format(
                Locale.ROOT,
                """
                {
                  "benchmark": "%s",
                  "java": "%s",
                  "processors": %d,
                  "vector_module": %b,
                  "load": %.2f,
                  "rows": [
                %s
                  ]
                }
                """,
                name,
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent(),
                load(),
                String.join(",\n", rows));
    }

    /** Returns the number of threads that wanted a processor during the last minute; ours included. */
    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    /** Writes the JSON to a folder, under the report's name; returns the file. */
    public Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        return Files.writeString(folder.resolve(name + ".json"), json());
    }
}
