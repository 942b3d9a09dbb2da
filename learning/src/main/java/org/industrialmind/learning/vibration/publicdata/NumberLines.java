package org.industrialmind.learning.vibration.publicdata;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Text files of numbers, packed or not. */
final class NumberLines {
    private NumberLines() {}

    /**
     * Opens a file.
     *
     * @throws IllegalArgumentException if there is none; the message says what was looked for
     */
    static BufferedReader reader(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(
                    "there is no file " + file.toAbsolutePath() + "; next: name the folder that holds the data set");
        }
        InputStream raw = Files.newInputStream(file);
        boolean packed = file.toString().endsWith(".gz");
        return new BufferedReader(
                new InputStreamReader(packed ? new GZIPInputStream(raw, 1 << 16) : raw, StandardCharsets.UTF_8));
    }

    /** Returns the lines of a file. */
    static List<String> of(Path file) throws IOException {
        try (BufferedReader reader = reader(file)) {
            return reader.lines().toList();
        }
    }

    /** Returns a number, or says where there is none. */
    static double number(String text, Path file, int line) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException(
                    file + ", line " + line + ": '" + text + "' is no number; expected an acceleration", noNumber);
        }
    }
}
