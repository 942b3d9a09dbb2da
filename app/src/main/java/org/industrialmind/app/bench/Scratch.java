package org.industrialmind.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for the servers' data that goes when it is closed: a benchmark leaves gigabytes behind otherwise. */
record Scratch(Path folder) implements AutoCloseable {
    static Scratch create() throws IOException {
        Path folder = Files.createTempDirectory("industrialmind-bench");
        System.setProperty("industrialmind.logs", folder.resolve("logs").toString());
        return new Scratch(folder);
    }

    @Override
    public void close() throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(folder)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }
}
