package org.industrialmind.foundations.algebra;

import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Splits work into blocks whose results do not depend on each other, for as many threads as there are. */
final class Blocks {
    /** Multiply-adds that are worth waking a thread for: some hundred microseconds of plain loops. */
    static final long PARALLEL_WORK = 1L << 21;

    private Blocks() {}

    /** Does the task for the start of each block of {@code size}; in the common pool if there is enough work. */
    static void forEach(int total, int size, long work, IntConsumer task) {
        int blocks = (total + size - 1) / size;
        if (work < PARALLEL_WORK || blocks < 2) {
            for (int block = 0; block < blocks; block++) {
                task.accept(block * size);
            }
        } else {
            IntStream.range(0, blocks).parallel().forEach(block -> task.accept(block * size));
        }
    }
}
