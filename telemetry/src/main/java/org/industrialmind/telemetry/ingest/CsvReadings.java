package org.industrialmind.telemetry.ingest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.FrameSchema;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of readings row by row: one column of time, any number of numeric sensors, perhaps labels.
 *
 * <p>The first line names the columns; they are separated by semicolons, commas or tabs, whichever the first line has most of.
 * The time column is called datetime, timestamp, time, date or ts and holds ISO 8601, {@code yyyy-MM-dd HH:mm:ss} (taken as
 * UTC) or a number since 1970 whose size tells its unit. Columns called anomaly, label or is_anomaly, and changepoint, are
 * labels of 0 and 1. Every other column becomes a channel, described by its heading. An empty cell, NaN, NA and null are missing.
 * This covers the Skoltech Anomaly Benchmark (SKAB) as it is.
 *
 * <p>Not safe for use by many threads.
 */
public final class CsvReadings implements AutoCloseable {
    private static final int LOOK_AHEAD = 101; // 100 steps are enough to know the usual one

    private final BufferedReader reader;
    private final CsvHeader header;
    private final FrameSchema schema;
    private final Deque<CsvRow> ahead = new ArrayDeque<>();
    private int number = 1;

    private CsvReadings(Path file, EquipmentClass equipmentClass) throws IOException {
        this.reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        try {
            String first = reader.readLine();
            this.header = CsvHeader.of(String.valueOf(file.getFileName()), first == null ? "" : first);
            for (CsvRow row = read(); row != null; row = ahead.size() < LOOK_AHEAD ? read() : null) {
                ahead.add(row);
            }
            this.schema = new FrameSchema(equipmentClass, usualStep(), FrameSchema.Precision.DOUBLE, header.channels());
        } catch (IOException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    /**
     * Opens a file, whose schema is derived from its headings and the usual step between its first rows.
     *
     * @throws CsvFormatException if the headings or the first rows are not of the expected form
     * @throws UncheckedIOException if the file cannot be read
     */
    public static CsvReadings open(Path file, EquipmentClass equipmentClass) {
        try {
            return new CsvReadings(file, equipmentClass);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** Returns the sensors of the file as double-precision channels of unit 1, in the order of the columns. */
    public FrameSchema schema() {
        return schema;
    }

    /**
     * Returns the next row, or empty at the end of the file.
     *
     * @throws CsvFormatException if the row is not of the expected form
     * @throws UncheckedIOException if the file cannot be read
     */
    public Optional<CsvRow> next() {
        if (!ahead.isEmpty()) {
            return Optional.of(ahead.remove());
        }
        try {
            return Optional.ofNullable(read());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read row " + number, e);
        }
    }

    /**
     * Makes a frame of rows of this file.
     *
     * @throws IllegalArgumentException if there are none, or more than a frame holds
     */
    public Frame frame(AssetId asset, List<CsvRow> rows) {
        long[] times = rows.stream().mapToLong(CsvRow::timeNanos).toArray();
        double[] values = new double[times.length * schema.width()];
        for (int i = 0; i < times.length; i++) {
            rows.get(i).copyTo(values, i * schema.width());
        }
        return Frame.good(asset, schema, times, values);
    }

    private @Nullable CsvRow read() throws IOException {
        String line = reader.readLine();
        number++;
        while (line != null && line.isBlank()) {
            line = reader.readLine();
            number++;
        }
        return line == null ? null : header.row(line, number);
    }

    /** The median step, since a first or a last one may be odd. */
    private Duration usualStep() {
        long[] times = ahead.stream().mapToLong(CsvRow::timeNanos).toArray();
        long[] steps = new long[Math.max(0, times.length - 1)];
        Arrays.setAll(steps, i -> times[i + 1] - times[i]);
        long[] forward = Arrays.stream(steps).filter(step -> step > 0).sorted().toArray();
        return forward.length == 0 ? Duration.ofSeconds(1) : Duration.ofNanos(forward[forward.length / 2]);
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
