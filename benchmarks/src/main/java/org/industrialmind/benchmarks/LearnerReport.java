package org.industrialmind.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Times of learning and answering beside those of several programs, as a table for people and as JSON for those who keep
 * score. A ratio is our time over the other's; the quality of the answers stands beside, since a time says nothing without.
 */
final class LearnerReport {
    /** One task on a number of threads by one program. */
    private record Row(LearnerTask task, int threads, String program, Measured measured) {}

    private final List<Row> rows = new ArrayList<>();

    void add(LearnerTask task, int threads, String program, Measured measured) {
        rows.add(new Row(task, threads, program, measured));
    }

    private Row ours(Row other) {
        return rows.stream()
                .filter(row -> row.task == other.task && row.threads == other.threads && row.program.equals("ours"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no time of ours for " + other + ": expected it first"));
    }

    /** Returns one line for each task, number of threads and program; times in milliseconds. */
    String table() {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "%-9s %7s %-8s %9s %6s %9s %6s %9s %6s %9s %6s  %s%n",
                "task",
                "threads",
                "program",
                "fit",
                "ratio",
                "cpu",
                "ratio",
                "answer",
                "ratio",
                "cpu",
                "ratio",
                "quality"));
        for (Row row : rows) {
            Measured its = row.measured;
            Measured ours = ours(row).measured;
            table.append(String.format(
                    Locale.ROOT,
                    "%-9s %7d %-8s %9.1f %6.2f %9.1f %6.2f %9.1f %6.2f %9.1f %6.2f  %.4f %s%n",
                    row.task.key(),
                    row.threads,
                    row.program,
                    its.fit(),
                    ours.fit() / its.fit(),
                    its.fitCpu(),
                    ours.fitCpu() / its.fitCpu(),
                    its.answer(),
                    ours.answer() / its.answer(),
                    its.answerCpu(),
                    ours.answerCpu() / its.answerCpu(),
                    its.quality(),
                    row.task.measure()));
        }
        return table.toString();
    }

    /** Returns the report as JSON: one row for learning and one for answering of each task and number of threads. */
    String json() {
        List<String> lines = new ArrayList<>();
        for (Row row : rows) {
            if (row.program.equals("ours")) {
                lines.add(line(row, "fit", Measured::fit, Measured::fitCpu));
                lines.add(line(row, "answer", Measured::answer, Measured::answerCpu));
            }
        }
        return Report.document("learners", lines);
    }

    @FunctionalInterface
    private interface Time {
        double of(Measured measured);
    }

    private String line(Row ours, String what, Time wall, Time cpu) {
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT,
                "    {\"task\": \"%s %s\", \"threads\": %d, \"measure\": \"%s\", \"quality\": %.5f,"
                        + " \"milliseconds\": %.3f, \"cpu_milliseconds\": %.3f",
                ours.task.key(),
                what,
                ours.threads,
                ours.task.measure(),
                ours.measured.quality(),
                wall.of(ours.measured),
                cpu.of(ours.measured)));
        for (Row row : rows) {
            if (row.task == ours.task && row.threads == ours.threads && row != ours) {
                line.append(String.format(
                        Locale.ROOT,
                        ", \"%1$s_quality\": %2$.5f, \"%1$s_milliseconds\": %3$.3f, \"%1$s_cpu_milliseconds\": %4$.3f,"
                                + " \"ratio_to_%1$s\": %5$s, \"cpu_ratio_to_%1$s\": %6$s",
                        row.program,
                        row.measured.quality(),
                        wall.of(row.measured),
                        cpu.of(row.measured),
                        ratio(wall.of(ours.measured), wall.of(row.measured)),
                        ratio(cpu.of(ours.measured), cpu.of(row.measured))));
            }
        }
        return line.append('}').toString();
    }

    /** A system may count processor time in ticks of ten milliseconds: a short call has then taken none. */
    private static String ratio(double ours, double others) {
        return others > 0 ? String.format(Locale.ROOT, "%.3f", ours / others) : "null";
    }

    /** Writes the JSON to a folder; returns the file. */
    Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        return Files.writeString(folder.resolve("learners.json"), json());
    }
}
