package org.industrialmind.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The memory that the system has given this program, observed over something that counts up: time or steps. */
final class Resident {
    private static final Path STATUS = Path.of("/proc/self/status");

    private final List<Point> points = new ArrayList<>();

    private record Point(double at, double megabytes) {}

    /** Notes the resident memory now, under that count. */
    void observe(double at) {
        observe(at, megabytesNow());
    }

    void observe(double at, double megabytes) {
        points.add(new Point(at, megabytes));
    }

    /** @throws UncheckedIOException where there is no {@code /proc}: this measurement needs Linux */
    static double megabytesNow() {
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException notLinux) {
            throw new UncheckedIOException(
                    "resident memory is read from " + STATUS + "; next: measure on Linux", notLinux);
        }
    }

    double last() {
        return points.getLast().megabytes();
    }

    /**
     * Returns the least-squares slope over the last two thirds, in MB for each unit of the count: the first third is left
     * to the heap and the compilers to settle.
     */
    double slope() {
        double from = points.getFirst().at()
                + (points.getLast().at() - points.getFirst().at()) / 3;
        List<Point> settled =
                points.stream().filter(point -> point.at() >= from).toList();
        double middle = settled.stream().mapToDouble(Point::at).average().orElse(0);
        double mean = settled.stream().mapToDouble(Point::megabytes).average().orElse(0);
        double above = 0;
        double below = 0;
        for (Point point : settled) {
            above += (point.at() - middle) * (point.megabytes() - mean);
            below += (point.at() - middle) * (point.at() - middle);
        }
        return below == 0 ? Double.NaN : above / below;
    }
}
