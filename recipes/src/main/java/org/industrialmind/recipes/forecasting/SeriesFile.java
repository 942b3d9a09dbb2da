package org.industrialmind.recipes.forecasting;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/** Reads the last column of a table of comma-separated values whose first line names the columns, oldest row first. */
final class SeriesFile {
    private SeriesFile() {}

    /**
     * Returns the values; a name that ends in {@code .gz} is unpacked.
     *
     * @throws IOException if the file cannot be read, or a value is not a finite number; the message names its line
     */
    static double[] read(Path file) throws IOException {
        List<String> lines;
        try (InputStream bytes = Files.newInputStream(file);
                BufferedReader text = new BufferedReader(new InputStreamReader(
                        file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes,
                        StandardCharsets.UTF_8))) {
            lines = text.lines().filter(line -> !line.isBlank()).toList();
        }
        double[] values = new double[Math.max(0, lines.size() - 1)];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(file, lines.get(i + 1), i + 2);
        }
        return values;
    }

    /** Returns the last values, so many at the most. */
    static double[] latest(double[] values, int most) {
        int from = Math.max(0, values.length - most);
        return IntStream.range(from, values.length).mapToDouble(t -> values[t]).toArray();
    }

    private static double value(Path file, String line, int number) throws IOException {
        String word = line.substring(line.lastIndexOf(',') + 1).strip();
        try {
            double value = Double.parseDouble(word);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new IOException(file + " has '" + word + "' at the end of line " + number + ": expected a number", e);
        }
        throw new IOException(file + " has '" + word + "' at the end of line " + number + ": expected a finite number");
    }
}
