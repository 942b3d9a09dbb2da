package org.industrialmind.app.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * How much heap many models will take, told from a few of them before the others are read.
 *
 * @param what they are
 * @param count how many are to be held at once
 * @param bytesEach of heap; what libraries keep outside of it does not count
 */
record HeapNeed(String what, int count, long bytesEach) {
    private static final int WEIGHED = 50;
    private static final double ROOM = 1.25; // what a collector needs to work in, and judging to think with
    private static final double GIGABYTE = 1 << 30;
    private static final double USABLE = 0.95; // of the heap that is set: the collector keeps a part to copy into

    /** Reads a model. */
    @FunctionalInterface
    interface Reader {
        Object read() throws IOException;
    }

    /** Weighs a few. */
    static HeapNeed weigh(String what, int count, Reader reader) throws IOException {
        return weigh(what, count, reader, HeapNeed::used);
    }

    static HeapNeed weigh(String what, int count, Reader reader, LongSupplier used) throws IOException {
        List<Object> few = new ArrayList<>();
        few.add(reader.read()); // with what all of them share
        long before = used.getAsLong();
        try {
            for (int i = 0; i < WEIGHED; i++) {
                few.add(reader.read());
            }
            return new HeapNeed(what, count, Math.max(0, (used.getAsLong() - before) / WEIGHED));
        } finally {
            Reference.reachabilityFence(few);
        }
    }

    private static long used() {
        System.gc();
        System.gc(); // what the first only enqueued is gone after the second, and what is left is what is held
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Returns what all of them take with room to work in, beside what is in use. */
    long bytes(long inUse) {
        return (long) (ROOM * (inUse + (double) count * bytesEach));
    }

    /**
     * Refuses to begin what the heap of this program cannot hold.
     *
     * @throws IllegalStateException if one of them needs more; the message says how much would do
     */
    static void require(List<HeapNeed> needs) {
        require(needs, used(), Runtime.getRuntime().maxMemory());
    }

    static void require(List<HeapNeed> needs, long inUse, long most) {
        needs.stream()
                .filter(need -> need.bytes(inUse) > most)
                .max((one, other) -> Long.compare(one.bytes(inUse), other.bytes(inUse)))
                .ifPresent(need -> {
                    throw new IllegalStateException(String.format(
                            Locale.ROOT,
                            "%,d %s of %,d kB each take about %.1f GB of heap, and Java may use %.1f GB here; next: set"
                                    + " INDUSTRIALMIND_HEAP=%dg before the command, or hold fewer with --models",
                            need.count(),
                            need.what(),
                            need.bytesEach() / 1000,
                            need.bytes(inUse) / GIGABYTE,
                            most / GIGABYTE,
                            (int) Math.ceil(need.bytes(inUse) / USABLE / GIGABYTE)));
                });
    }
}
