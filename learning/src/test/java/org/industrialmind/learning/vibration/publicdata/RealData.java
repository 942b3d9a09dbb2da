package org.industrialmind.learning.vibration.publicdata;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the public data lie, if they are here at all. */
final class RealData {
    private RealData() {}

    /** Returns the folder of a data set, or skips the test that asks. */
    static Path folder(String set) {
        String told = Optional.ofNullable(System.getenv("INDUSTRIALMIND_DATA")).orElse("../../shared/data");
        Path folder = Path.of(told, set); // beside the repository, seen from the module
        assumeTrue(
                Files.isDirectory(folder),
                () -> "no " + set + " in " + Path.of(told).toAbsolutePath().normalize()
                        + ": set INDUSTRIALMIND_DATA to the folder that has it");
        return folder;
    }
}
