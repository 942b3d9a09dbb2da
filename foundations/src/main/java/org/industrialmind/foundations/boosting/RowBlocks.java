package org.industrialmind.foundations.boosting;

import java.util.stream.IntStream;

/** Does work that is independent for each row in blocks, on the threads of the common pool. */
final class RowBlocks {
    private static final int BLOCK = 2048; // rows: some 10 microseconds of work, well above the price of a task

    private RowBlocks() {}

    @FunctionalInterface
    interface Work {
        void rows(int from, int to);
    }

    static void each(int rows, Work work) {
        int blocks = (rows + BLOCK - 1) / BLOCK;
        if (blocks <= 1) {
            work.rows(0, rows);
            return;
        }
        IntStream.range(0, blocks).parallel().forEach(b -> work.rows(b * BLOCK, Math.min(rows, (b + 1) * BLOCK)));
    }
}
