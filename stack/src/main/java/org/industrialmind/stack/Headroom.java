package org.industrialmind.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What the machine has left before the servers start, in bytes: disk under the data folder, memory, and this process's heap limit. */
record Headroom(long disk, long memory, long heap) {

    private static final long MEGABYTE = 1 << 20;

    /** Kafka's first segments and indexes, QuestDB's first partition and PostgreSQL's write-ahead log, with room for an hour of data. */
    private static final long DISK_NEEDED = 1024 * MEGABYTE;

    /** Resident size of the stack process after start was measured at just under 500 MB. */
    private static final long MEMORY_NEEDED = 500 * MEGABYTE;

    /** Live heap after start is about 150 MB; half of that again is needed to breathe. */
    private static final long HEAP_NEEDED = 224 * MEGABYTE;

    static Headroom of(Path data) throws IOException {
        return new Headroom(
                Files.getFileStore(data).getUsableSpace(),
                memoryAvailable(),
                Runtime.getRuntime().maxMemory());
    }

    /** @throws StackException naming what is short */
    void check(Path data) {
        if (disk < DISK_NEEDED) {
            throw new StackException(
                    "only %d MB are free on the disk of %s; at least %d MB are needed"
                            .formatted(disk / MEGABYTE, data, DISK_NEEDED / MEGABYTE),
                    "Free some space, or choose a folder on another disk with --data.");
        }
        if (memory < MEMORY_NEEDED) {
            throw new StackException(
                    "only %d MB of memory are available; at least %d MB are needed"
                            .formatted(memory / MEGABYTE, MEMORY_NEEDED / MEGABYTE),
                    "Close other programs, or leave servers out with --without.");
        }
        if (heap < HEAP_NEEDED) {
            throw new StackException(
                    "the heap of this process is limited to %d MB; at least %d MB are needed"
                            .formatted(heap / MEGABYTE, HEAP_NEEDED / MEGABYTE),
                    "Start the stack with -Xmx512m.");
        }
    }

    /** Returns what Linux calls MemAvailable; elsewhere no limit is known, and none is assumed. */
    private static long memoryAvailable() throws IOException {
        Path memory = Path.of("/proc/meminfo");
        if (!Files.isReadable(memory)) {
            return Long.MAX_VALUE;
        }
        try (Stream<String> lines = Files.lines(memory)) {
            return lines.filter(line -> line.startsWith("MemAvailable:"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(kilobytes -> Long.parseLong(kilobytes) * 1024)
                    .findFirst()
                    .orElse(Long.MAX_VALUE);
        }
    }
}
