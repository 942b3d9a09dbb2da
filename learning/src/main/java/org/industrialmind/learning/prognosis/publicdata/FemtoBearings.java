package org.industrialmind.learning.prognosis.publicdata;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.industrialmind.learning.format.MalformedFileException;
import org.industrialmind.learning.prognosis.Ending;
import org.industrialmind.learning.prognosis.Fleet;
import org.industrialmind.learning.prognosis.FleetSchema;
import org.industrialmind.learning.prognosis.RunToFailure;

/**
 * Ball bearings that were overloaded until they failed within hours, on the PRONOSTIA rig: a tenth of a second of vibration
 * in two directions every so many snapshots, summed up here as logarithms of level, peak and kurtosis.
 *
 * <p>Ages are in hours of running. The three conditions of speed and load are those of the challenge. Files:
 * {@code index.csv} with the number of snapshots until the failure, {@code Bearing1_1.csv} and so on, plain or gzipped.
 *
 * @see "Nectoux et al. 2012, PRONOSTIA: an experimental platform for bearings accelerated degradation tests, PHM"
 */
public final class FemtoBearings {
    public static final FleetSchema SCHEMA = new FleetSchema(
            "FEMTO bearing",
            List.of("speed", "load"),
            List.of(
                    "level horizontal",
                    "peak horizontal",
                    "kurtosis horizontal",
                    "level vertical",
                    "peak vertical",
                    "kurtosis vertical"),
            "h");

    private static final double HOURS_PER_SNAPSHOT = 10.0 / 3600;
    private static final Map<String, double[]> CONDITIONS = Map.of( // rpm, N
            "1", new double[] {1800, 4000},
            "2", new double[] {1650, 4200},
            "3", new double[] {1500, 5000});

    private FemtoBearings() {}

    /** Returns the bearings that the index lists and whose files are in the folder. */
    public static Fleet read(Path folder) throws IOException {
        Path index = TextFiles.find(folder, "index.csv");
        List<RunToFailure> runs = new ArrayList<>();
        try (BufferedReader reader = TextFiles.open(index)) {
            reader.readLine(); // names
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] cells = line.split(",", -1);
                if (cells.length < 3 || !CONDITIONS.containsKey(cells[1])) {
                    throw new MalformedFileException(
                            index,
                            "holds the line " + line + ": expected bearing, condition 1 to 3, snapshots to failure");
                }
                if (TextFiles.exists(folder, cells[0] + ".csv")) {
                    double end = Double.parseDouble(cells[2]) * HOURS_PER_SNAPSHOT;
                    runs.add(bearing(
                            cells[0], TextFiles.find(folder, cells[0] + ".csv"), CONDITIONS.get(cells[1]), end));
                }
            }
        }
        return Fleet.of(runs);
    }

    private static RunToFailure bearing(String name, Path file, double[] condition, double end) throws IOException {
        Map<Integer, double[]> rows = new TreeMap<>();
        try (BufferedReader reader = TextFiles.open(file)) {
            reader.readLine(); // names
            long number = 2;
            for (String line = reader.readLine(); line != null; line = reader.readLine(), number++) {
                String[] cells = line.split(",", -1);
                if (cells.length < 3 || (!cells[1].equals("h") && !cells[1].equals("v"))) {
                    throw new MalformedFileException(
                            file,
                            "line " + number + " begins with " + cells[0] + ": expected snapshot, h or v, values");
                }
                int direction = cells[1].equals("h") ? 0 : 1;
                String[] values = Arrays.copyOfRange(cells, 2, cells.length);
                double[] row = rows.computeIfAbsent(Integer.valueOf(cells[0]), snapshot -> row(condition));
                double[] summed = summary(TextFiles.numbers(file, number, values, values.length));
                System.arraycopy(summed, 0, row, condition.length + direction * summed.length, summed.length);
            }
        }
        return RunToFailure.of(
                SCHEMA,
                name,
                rows.keySet().stream()
                        .mapToDouble(snapshot -> snapshot * HOURS_PER_SNAPSHOT)
                        .toArray(),
                rows.values().toArray(double[][]::new),
                new Ending.Failed(end));
    }

    private static double[] row(double[] condition) {
        double[] row = new double[SCHEMA.channels()];
        Arrays.fill(row, Double.NaN); // until its direction is read
        System.arraycopy(condition, 0, row, 0, condition.length);
        return row;
    }

    /** Returns the logarithms of root mean square, peak and kurtosis: multiples matter, not sums. */
    private static double[] summary(double[] acceleration) {
        double mean = Arrays.stream(acceleration).average().orElseThrow();
        double second = 0;
        double fourth = 0;
        double peak = 0;
        for (double value : acceleration) {
            double square = (value - mean) * (value - mean);
            second += square / acceleration.length;
            fourth += square * square / acceleration.length;
            peak = Math.max(peak, Math.abs(value - mean));
        }
        return new double[] {Math.log(second) / 2, Math.log(peak), Math.log(fourth / (second * second))};
    }
}
