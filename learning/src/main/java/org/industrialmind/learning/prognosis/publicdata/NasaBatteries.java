package org.industrialmind.learning.prognosis.publicdata;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.industrialmind.learning.format.MalformedFileException;
import org.industrialmind.learning.prognosis.Ending;
import org.industrialmind.learning.prognosis.Fleet;
import org.industrialmind.learning.prognosis.FleetSchema;
import org.industrialmind.learning.prognosis.RunToFailure;

/**
 * Lithium cells that were charged and discharged until they were old, one row a discharge.
 *
 * <p>A cell has failed at the first discharge that gives less than 1.4 Ah, 70 % of its rating, as is usual for these data;
 * one that never gets there still runs. Files: {@code B0005_discharge.csv} and so on, plain or gzipped.
 *
 * @see "Saha and Goebel 2007, Battery data set, NASA Prognostics Data Repository"
 */
public final class NasaBatteries {
    public static final FleetSchema SCHEMA = new FleetSchema(
            "NASA lithium cell",
            List.of("ambient temperature"),
            List.of("capacity", "mean voltage", "highest temperature", "duration"),
            "cycle");

    private static final List<String> CELLS = List.of("B0005", "B0006", "B0007", "B0018");
    private static final double WORN_OUT = 1.4; // Ah
    private static final int COLUMNS = 10;
    private static final int CYCLE = 0;
    private static final int AMBIENT = 1;
    private static final int CAPACITY = 3;
    private static final int VOLTAGE = 4;
    private static final int TEMPERATURE = 6;
    private static final int SECONDS = 9;

    private NasaBatteries() {}

    /** Returns the cells whose files are in the folder. */
    public static Fleet read(Path folder) throws IOException {
        List<RunToFailure> runs = new ArrayList<>();
        for (String cell : CELLS) {
            if (TextFiles.exists(folder, cell + "_discharge.csv")) {
                runs.add(cell(cell, TextFiles.find(folder, cell + "_discharge.csv")));
            }
        }
        if (runs.isEmpty()) {
            throw new IOException(
                    "none of " + CELLS + " is in " + folder + ": expected files like B0005_discharge.csv.gz");
        }
        return Fleet.of(runs);
    }

    /** A discharge while its lines are read. */
    private static final class Discharge {
        private final double cycle;
        private final double ambient;
        private final double capacity;
        private double voltages;
        private double hottest = Double.NEGATIVE_INFINITY;
        private double seconds;
        private int lines;

        Discharge(double[] line) {
            cycle = line[CYCLE];
            ambient = line[AMBIENT];
            capacity = line[CAPACITY];
        }

        void add(double[] line) {
            voltages += line[VOLTAGE];
            hottest = Math.max(hottest, line[TEMPERATURE]);
            seconds = line[SECONDS];
            lines++;
        }

        double[] row() {
            return new double[] {ambient, capacity, voltages / lines, hottest, seconds};
        }
    }

    private static RunToFailure cell(String name, Path file) throws IOException {
        List<Discharge> discharges = discharges(file);
        int failed = 0;
        while (failed < discharges.size() && discharges.get(failed).capacity >= WORN_OUT) {
            failed++;
        }
        boolean worn = failed < discharges.size();
        List<Discharge> seen = worn ? discharges.subList(0, failed + 1) : discharges;
        if (seen.isEmpty()) {
            throw new MalformedFileException(file, "holds no discharge: expected one line for each moment of each");
        }
        double end = seen.getLast().cycle;
        return RunToFailure.of(
                SCHEMA,
                name,
                seen.stream().mapToDouble(one -> one.cycle).toArray(),
                seen.stream().map(Discharge::row).toArray(double[][]::new),
                worn ? new Ending.Failed(end) : new Ending.StillRunning(end));
    }

    private static List<Discharge> discharges(Path file) throws IOException {
        List<Discharge> discharges = new ArrayList<>();
        try (BufferedReader reader = TextFiles.open(file)) {
            reader.readLine(); // names
            long number = 2;
            for (String line = reader.readLine(); line != null; line = reader.readLine(), number++) {
                String[] cells = line.split(",", -1);
                if (cells.length > 2) {
                    cells[2] = "0"; // the time of day is not needed
                }
                double[] values = TextFiles.numbers(file, number, cells, COLUMNS);
                if (discharges.isEmpty() || discharges.getLast().cycle != values[CYCLE]) {
                    discharges.add(new Discharge(values));
                }
                discharges.getLast().add(values);
            }
        }
        return discharges;
    }
}
