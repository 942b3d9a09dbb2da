package org.industrialmind.torch.nn;

import java.util.Locale;
import java.util.function.BooleanSupplier;

/** What libtorch computes on. */
public enum Processor {
    CPU,
    CUDA;

    /** The environment variable that says which to take: {@code auto}, {@code cpu} or {@code cuda}; workers inherit it. */
    static final String VARIABLE = "INDUSTRIALMIND_DEVICE";

    /**
     * Returns the processor to use: what was asked for, or for {@code auto} the graphics processor if there is one.
     *
     * @param cudaPresent asked only where it matters
     * @throws IllegalArgumentException if the word is another, or there is no graphics processor and one was asked for
     */
    static Processor choose(String asked, BooleanSupplier cudaPresent) {
        return switch (asked.toLowerCase(Locale.ROOT)) {
            case "cpu" -> CPU;
            case "auto" -> cudaPresent.getAsBoolean() ? CUDA : CPU;
            case "cuda" -> {
                if (!cudaPresent.getAsBoolean()) {
                    throw new IllegalArgumentException(VARIABLE
                            + " is cuda, but libtorch sees no such device; next: build with -Pgpu on a machine with a"
                            + " driver for CUDA 13 (docs/graphics-processor.md), or set it to auto");
                }
                yield CUDA;
            }
            default -> throw new IllegalArgumentException(VARIABLE + " is " + asked + ": expected auto, cpu or cuda");
        };
    }
}
