package org.industrialmind.learning.prognosis.publicdata;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.industrialmind.learning.format.MalformedFileException;

/** Text files as public data come: plain or gzipped, one record a line. */
final class TextFiles {
    private TextFiles() {}

    static boolean exists(Path folder, String name) {
        return Files.exists(folder.resolve(name)) || Files.exists(folder.resolve(name + ".gz"));
    }

    /** Returns the file of that name, plain or gzipped. */
    static Path find(Path folder, String name) throws IOException {
        Path plain = folder.resolve(name);
        Path zipped = folder.resolve(name + ".gz");
        if (!exists(folder, name)) {
            throw new IOException("neither " + plain + " nor " + zipped + " is there: name the folder that holds it");
        }
        return Files.exists(plain) ? plain : zipped;
    }

    static BufferedReader open(Path file) throws IOException {
        return file.toString().endsWith(".gz")
                ? new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.US_ASCII))
                : Files.newBufferedReader(file, StandardCharsets.US_ASCII);
    }

    /** Returns the cells as numbers. */
    static double[] numbers(Path file, long line, String[] cells, int columns) throws IOException {
        if (cells.length != columns) {
            throw new MalformedFileException(
                    file, "line " + line + " has " + cells.length + " columns: expected " + columns);
        }
        try {
            return Arrays.stream(cells).mapToDouble(Double::parseDouble).toArray();
        } catch (NumberFormatException noNumber) {
            throw new MalformedFileException(
                    file, "line " + line + " holds " + Arrays.toString(cells) + ": expected numbers");
        }
    }
}
