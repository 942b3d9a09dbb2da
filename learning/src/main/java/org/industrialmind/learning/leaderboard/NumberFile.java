package org.industrialmind.learning.leaderboard;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** Reads files that hold nothing but numbers, packed by gzip if their name ends so. */
final class NumberFile {
    private NumberFile() {}

    /**
     * Reads the rows of a file.
     *
     * @param between what is between two numbers
     * @param headings how many lines come before the first row
     * @return [row, column]
     * @throws MalformedBoardException if it cannot be read, a word is no number, or rows differ in length
     */
    static double[][] rows(Path file, Pattern between, int headings) {
        List<double[]> rows = new ArrayList<>();
        int number = 0;
        for (String line : lines(file)) {
            number++;
            if (number <= headings || line.isBlank()) {
                continue;
            }
            double[] row = numbers(file, number, between.split(line.strip()));
            if (!rows.isEmpty() && rows.getFirst().length != row.length) {
                throw new MalformedBoardException(
                        file + ", line " + number + " has " + row.length + " numbers: expected "
                                + rows.getFirst().length + " as in the lines before; the file is damaged");
            }
            rows.add(row);
        }
        if (rows.isEmpty()) {
            throw new MalformedBoardException(file + " has no rows: expected numbers; next: fetch the file again");
        }
        return rows.toArray(new double[0][]);
    }

    private static double[] numbers(Path file, int line, String[] words) {
        double[] numbers = new double[words.length];
        for (int i = 0; i < words.length; i++) {
            try {
                numbers[i] = Double.parseDouble(words[i]);
            } catch (NumberFormatException noNumber) {
                throw new MalformedBoardException(
                        file + ", line " + line + ", word " + (i + 1) + " is '" + words[i] + "': expected a number");
            }
        }
        return numbers;
    }

    static List<String> lines(Path file) {
        try (InputStream raw = Files.newInputStream(file);
                InputStream bytes = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader reader = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException unreadable) {
            throw new MalformedBoardException("cannot read " + file + ": " + unreadable.getMessage()
                    + "; next: check that --from names the folder of the data set");
        }
    }
}
