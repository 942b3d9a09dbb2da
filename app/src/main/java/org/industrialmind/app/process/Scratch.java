package org.industrialmind.app.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.industrialmind.learning.report.Progress;

/**
 * A folder for a while, such as for the servers' data, that goes when it is closed: a demonstration or benchmark leaves
 * gigabytes behind otherwise.
 */
public record Scratch(Path folder) implements AutoCloseable {
    /** What is done in a folder of its own; it returns whether all went well. */
    public interface Work {
        boolean in(Path folder) throws IOException, InterruptedException;
    }

    /** Makes a folder, and lets the logs of this program go there. */
    public static Scratch create(String program) throws IOException {
        Path folder = Files.createTempDirectory("industrialmind-" + program);
        System.setProperty("industrialmind.logs", folder.resolve("logs").toString());
        return new Scratch(folder);
    }

    /** Does the work in a folder that goes if all went well; otherwise it stays, and is named, for its data and logs. */
    public static boolean within(String program, Progress progress, Work work)
            throws IOException, InterruptedException {
        Scratch scratch = create(program);
        boolean well = false;
        try {
            well = work.in(scratch.folder());
            return well;
        } finally {
            if (well) {
                scratch.close();
            } else {
                progress.say("Data and logs are kept in %s", scratch.folder());
            }
        }
    }

    @Override
    public void close() throws IOException {
        remove(folder);
    }

    /** Removes a folder with all that is in it. */
    public static void remove(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(folder)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }
}
