package org.industrialmind.app.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.telemetry.ingest.CsvRow;

/** What one file says of one machine, row by row in order of time, and which rows somebody has called anomalous. */
public final class Recording {
    private final String name;
    private final Asset asset;
    private final FrameSchema schema;
    private final boolean judged;
    private final List<CsvRow> rows;
    private final int[] columns; // where each channel is in a row of the file

    /**
     * Makes a recording.
     *
     * @param name the file, relative to the folder of the data set
     * @param written the channels that the file has
     * @param without the names of those that are left out
     * @param judged whether its rows count when detectors are compared; those of a machine known to be sound all along
     *     do not, they only show how often the alarm is false
     * @throws IllegalArgumentException if there are no rows
     */
    Recording(String name, Asset asset, FrameSchema written, Set<String> without, boolean judged, List<CsvRow> rows) {
        if (rows.isEmpty()) {
            throw new IllegalArgumentException(name
                    + " has a heading and no rows: expected readings; next: give the file its rows or move it away");
        }
        this.name = name;
        this.asset = asset;
        this.columns = IntStream.range(0, written.width())
                .filter(column -> !without.contains(written.channel(column).name()))
                .toArray();
        this.schema = new FrameSchema(
                written.equipmentClass(),
                written.period(),
                written.precision(),
                IntStream.of(columns).mapToObj(written::channel).toList());
        this.judged = judged;
        this.rows = rows.stream()
                .sorted(Comparator.comparingLong(CsvRow::timeNanos))
                .toList();
    }

    public String name() {
        return name;
    }

    public Asset asset() {
        return asset;
    }

    public AssetId id() {
        return asset.id();
    }

    public FrameSchema schema() {
        return schema;
    }

    /** Returns whether its rows count when detectors are compared. */
    public boolean judged() {
        return judged;
    }

    /** Returns the number of rows. */
    public int rows() {
        return rows.size();
    }

    /** Returns the event time of a row, in epoch nanoseconds. */
    public long time(int row) {
        return rows.get(row).timeNanos();
    }

    /** Returns whether every row is labelled. */
    public boolean labelled() {
        return rows.stream().allMatch(row -> row.anomaly().isPresent());
    }

    /** Returns the labels of the rows of a span; a row without one is taken for normal. */
    public boolean[] labels(int from, int to) {
        boolean[] labels = new boolean[to - from];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = rows.get(from + i).anomaly().orElse(false);
        }
        return labels;
    }

    /** Returns the values of the rows of a span. Shape: [row, channel]; missing is NaN. */
    public double[][] values(int from, int to) {
        double[][] values = new double[to - from][schema.width()];
        for (int i = 0; i < values.length; i++) {
            for (int c = 0; c < schema.width(); c++) {
                values[i][c] = rows.get(from + i).value(columns[c]);
            }
        }
        return values;
    }

    /**
     * Returns the rows of a span as they would arrive.
     *
     * @param block the most rows in a frame
     */
    public List<Frame> frames(int from, int to, int block) {
        List<Frame> frames = new ArrayList<>();
        for (int first = from; first < to; first += block) {
            frames.add(frame(first, Math.min(first + block, to)));
        }
        return frames;
    }

    private Frame frame(int from, int to) {
        int width = schema.width();
        long[] times = new long[to - from];
        double[] values = new double[times.length * width];
        for (int i = 0; i < times.length; i++) {
            CsvRow row = rows.get(from + i);
            times[i] = row.timeNanos();
            for (int c = 0; c < width; c++) {
                values[i * width + c] = row.value(columns[c]);
            }
        }
        return Frame.good(asset.id(), schema, times, values);
    }
}
