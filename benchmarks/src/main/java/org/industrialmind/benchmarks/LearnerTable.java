package org.industrialmind.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;

/**
 * Rows to learn from and rows to be judged on, with a label of two classes and a number each.
 *
 * <p>Shape: trainRows and testRows [row x column], labels and numbers [row]. NaN is a missing value.
 */
final class LearnerTable {
    private static final int TEST_EVERY = 5; // rows of a file

    final int columns;
    final double[] trainRows;
    final int[] trainLabels;
    final double[] trainNumbers;
    final double[] testRows;
    final int[] testLabels;
    final double[] testNumbers;

    private LearnerTable(
            int columns,
            double[] trainRows,
            int[] trainLabels,
            double[] trainNumbers,
            double[] testRows,
            int[] testLabels,
            double[] testNumbers) {
        this.columns = columns;
        this.trainRows = trainRows;
        this.trainLabels = trainLabels;
        this.trainNumbers = trainNumbers;
        this.testRows = testRows;
        this.testLabels = testLabels;
        this.testNumbers = testNumbers;
    }

    /**
     * Draws as many rows to learn from as to be judged on: normal columns, every third rounded to few values, one value in
     * twenty missing in a third of the columns; the odds depend on lines, bends and a product of some of them.
     *
     * @param columns at least 9
     */
    static LearnerTable synthetic(int rows, int columns, long seed) {
        Random random = new Random(seed);
        double[] train = new double[rows * columns];
        double[] test = new double[rows * columns];
        int[] trainLabels = new int[rows];
        int[] testLabels = new int[rows];
        double[] trainNumbers = new double[rows];
        double[] testNumbers = new double[rows];
        for (int r = 0; r < rows; r++) {
            draw(random, train, columns, r, trainLabels, trainNumbers);
            draw(random, test, columns, r, testLabels, testNumbers);
        }
        return new LearnerTable(columns, train, trainLabels, trainNumbers, test, testLabels, testNumbers);
    }

    private static void draw(Random random, double[] rows, int columns, int r, int[] labels, double[] numbers) {
        int at = r * columns;
        for (int c = 0; c < columns; c++) {
            double value = random.nextGaussian();
            rows[at + c] = c % 3 == 2 ? Math.rint(4 * value) / 4 : value;
        }
        double score = 1.5 * rows[at]
                - rows[at + 1]
                + rows[at + 2] * rows[at + 3]
                + Math.sin(2 * rows[at + 4])
                + (rows[at + 5] > 0.5 ? rows[at + 6] : 0)
                + Math.abs(rows[at + 7])
                - 0.5 * rows[at + 8]
                - 0.8;
        numbers[r] = score + random.nextGaussian();
        labels[r] = random.nextDouble() < 1 / (1 + Math.exp(-score)) ? 1 : 0;
        for (int c = 0; c < columns; c += 3) {
            rows[at + c] = random.nextInt(20) == 0 ? Double.NaN : rows[at + c];
        }
    }

    /**
     * Reads a table with commas and without header, packed by gzip if its name ends so. The last column is the label; a
     * column that holds anything but numbers and "?" is numbered by first appearance. Every fifth row is to be judged on.
     */
    static LearnerTable read(Path file) throws IOException {
        List<String[]> cells = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in) {
            new String(plain.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .forEach(line -> cells.add(line.strip().split("\\s*,\\s*", -1)));
        }
        int columns = cells.getFirst().length - 1;
        List<double[]> values = new ArrayList<>();
        for (int c = 0; c <= columns; c++) {
            values.add(column(cells, c, c == columns));
        }
        int all = cells.size();
        int tests = all / TEST_EVERY;
        LearnerTable table = new LearnerTable(
                columns,
                new double[(all - tests) * columns],
                new int[all - tests],
                new double[all - tests],
                new double[tests * columns],
                new int[tests],
                new double[tests]);
        for (int r = 0; r < all; r++) {
            boolean test = r % TEST_EVERY == TEST_EVERY - 1;
            int to = test ? r / TEST_EVERY : r - r / TEST_EVERY;
            for (int c = 0; c < columns; c++) {
                (test ? table.testRows : table.trainRows)[to * columns + c] = values.get(c)[r];
            }
            double label = values.get(columns)[r];
            if (label > 1) {
                throw new IllegalArgumentException(file + " has a third label in row " + r + ": expected two");
            }
            (test ? table.testLabels : table.trainLabels)[to] = (int) label;
            (test ? table.testNumbers : table.trainNumbers)[to] = label;
        }
        return table;
    }

    private static double[] column(List<String[]> cells, int c, boolean names) {
        double[] values = new double[cells.size()];
        Map<String, Integer> seen = new LinkedHashMap<>();
        boolean numbers = !names && cells.stream().allMatch(row -> row[c].matches("\\?|-?[0-9.]+"));
        for (int r = 0; r < values.length; r++) {
            String cell = cells.get(r)[c];
            if (cell.equals("?")) {
                values[r] = Double.NaN;
            } else if (numbers) {
                values[r] = Double.parseDouble(cell);
            } else {
                int next = seen.size();
                values[r] = seen.computeIfAbsent(cell, _ -> next);
            }
        }
        return values;
    }

    /** Returns the table with each column centred and scaled, and its mean in place of missing values. */
    LearnerTable complete() {
        double[] train = trainRows.clone();
        double[] test = testRows.clone();
        for (int c = 0; c < columns; c++) {
            int count = 0;
            double mean = 0;
            double squares = 0;
            for (int i = c; i < train.length; i += columns) {
                if (!Double.isNaN(train[i])) {
                    count++;
                    double step = train[i] - mean;
                    mean += step / count;
                    squares += step * (train[i] - mean);
                }
            }
            double scale = squares > 0 ? Math.sqrt(squares / count) : 1;
            for (double[] rows : List.of(train, test)) {
                for (int i = c; i < rows.length; i += columns) {
                    rows[i] = Double.isNaN(rows[i]) ? 0 : (rows[i] - mean) / scale;
                }
            }
        }
        return new LearnerTable(columns, train, trainLabels, trainNumbers, test, testLabels, testNumbers);
    }

    /**
     * Writes the table for a program that is no Java: columns, training rows and test rows as 32-bit whole numbers, then
     * for both parts the rows and numbers as 64-bit floats and the labels as 32-bit whole numbers, lowest byte first.
     */
    void write(Path file) throws IOException {
        long bytes = 12L + 8L * (trainRows.length + trainNumbers.length + testRows.length + testNumbers.length);
        ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(bytes + 4L * (trainLabels.length + testLabels.length)));
        buffer.order(ByteOrder.LITTLE_ENDIAN);
        buffer.putInt(columns).putInt(trainLabels.length).putInt(testLabels.length);
        put(buffer, trainRows, trainNumbers, trainLabels);
        put(buffer, testRows, testNumbers, testLabels);
        Files.write(file, buffer.array());
    }

    private static void put(ByteBuffer buffer, double[] rows, double[] numbers, int[] labels) {
        for (double value : rows) {
            buffer.putDouble(value);
        }
        for (double value : numbers) {
            buffer.putDouble(value);
        }
        for (int label : labels) {
            buffer.putInt(label);
        }
    }

    static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
