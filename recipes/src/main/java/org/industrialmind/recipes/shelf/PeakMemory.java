package org.industrialmind.recipes.shelf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The most memory this process has held, as the system counts it. */
final class PeakMemory {
    private PeakMemory() {}

    /** Returns the greatest resident set so far in megabytes; where the system does not say, the heap in use now. */
    static double megabytes() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElseGet(PeakMemory::heap);
        } catch (IOException notLinux) {
            return heap();
        }
    }

    private static double heap() {
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1048576.0;
    }
}
