package org.industrialmind.benchmarks;

import java.util.Optional;

/** One side of the comparison: a program that may know how to learn a task. */
interface LearnerProgram {
    /** Returns the name used in tables and reports. */
    String name();

    /** Returns what it took, or nothing where the program does not know the task or cannot use so many threads for it. */
    Optional<Measured> measure(LearnerTask task, LearnerTable table, int threads, double seconds);
}
