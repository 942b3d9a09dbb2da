package org.industrialmind.torch.anomaly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.industrialmind.learning.format.MalformedFileException;

/** The SHA-256 of each file of a model, in the form that {@code sha256sum -c} reads. */
final class Checksums {
    static final String FILE = "SHA256SUMS";

    private static final long LARGEST_FILE = 256L << 20;

    private Checksums() {}

    static void write(Path folder, List<String> files) throws IOException {
        Files.writeString(folder.resolve(FILE), lines(folder, files));
    }

    /** @throws IOException if a file is missing or has changed since it was written; the message names it */
    static void verify(Path folder, List<String> files) throws IOException {
        Path sums = folder.resolve(FILE);
        if (Files.size(sums) > 1 << 16) {
            throw new MalformedFileException(sums, "has " + Files.size(sums) + " bytes: expected a few lines");
        }
        List<String> expected = Files.readString(sums).lines().toList();
        List<String> found = lines(folder, files).lines().toList();
        for (int i = 0; i < files.size(); i++) {
            if (!expected.contains(found.get(i))) {
                throw new MalformedFileException(
                        folder.resolve(files.get(i)),
                        "is not the file that was written: its SHA-256 is not in " + FILE
                                + "; was it damaged or edited? Fetch or train the model again");
            }
        }
    }

    private static String lines(Path folder, List<String> files) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String file : files) {
            lines.append(sha256(folder.resolve(file))).append("  ").append(file).append('\n');
        }
        return lines.toString();
    }

    private static String sha256(Path file) throws IOException {
        if (Files.size(file) > LARGEST_FILE) {
            throw new MalformedFileException(
                    file, "has " + Files.size(file) + " bytes: expected at most " + LARGEST_FILE);
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
