package org.industrialmind.learning.prognosis.publicdata;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.industrialmind.learning.format.MalformedFileException;
import org.industrialmind.learning.prognosis.Ending;
import org.industrialmind.learning.prognosis.Fleet;
import org.industrialmind.learning.prognosis.FleetSchema;
import org.industrialmind.learning.prognosis.RunToFailure;

/**
 * Turbofan engines run to failure in NASA's simulation C-MAPSS: three settings, 21 sensors, one row a flight.
 *
 * <p>Training engines are seen until they fail. Test engines are cut off some time before, and a file says how many flights
 * they had left; that number enters here only as the ending of the run, which no model is shown. Files are read plain or
 * gzipped: {@code train_FD001.txt}, {@code test_FD001.txt.gz}, {@code RUL_FD001.txt}. Units are named {@code FD001/7}, so
 * that subsets can be joined.
 *
 * @see "Saxena, Goebel, Simon and Eklund 2008, Damage propagation modeling for aircraft engine run-to-failure simulation,
 *     PHM"
 */
public final class Cmapss {
    public static final FleetSchema SCHEMA = new FleetSchema(
            "C-MAPSS turbofan",
            List.of("altitude", "Mach number", "throttle"),
            IntStream.rangeClosed(1, 21).mapToObj(i -> "sensor " + i).toList(),
            "cycle");

    private static final List<String> SUBSETS = List.of("FD001", "FD002", "FD003", "FD004");
    private static final int COLUMNS = 2 + 3 + 21; // unit, cycle, settings, sensors

    private Cmapss() {}

    /** Returns the engines that were run to failure. */
    public static Fleet training(Path folder, String subset) throws IOException {
        requireKnown(subset);
        List<RunToFailure> runs = new ArrayList<>();
        for (Map.Entry<Integer, List<double[]>> unit :
                units(TextFiles.find(folder, "train_" + subset + ".txt")).entrySet()) {
            int last = unit.getValue().size();
            runs.add(run(subset, unit.getKey(), unit.getValue(), new Ending.Failed(last)));
        }
        return Fleet.of(runs);
    }

    /** Returns the engines that were cut off before their failure, in the order of their numbers. */
    public static Fleet test(Path folder, String subset) throws IOException {
        requireKnown(subset);
        Map<Integer, List<double[]>> units = units(TextFiles.find(folder, "test_" + subset + ".txt"));
        Path labels = TextFiles.find(folder, "RUL_" + subset + ".txt");
        List<double[]> lives = rows(labels, 1);
        if (lives.size() != units.size()) {
            throw new MalformedFileException(
                    labels, "has " + lives.size() + " lives: expected " + units.size() + ", one for each test unit");
        }
        List<RunToFailure> runs = new ArrayList<>();
        for (Map.Entry<Integer, List<double[]>> unit : units.entrySet()) {
            double end = unit.getValue().size() + lives.get(runs.size())[0];
            runs.add(run(subset, unit.getKey(), unit.getValue(), new Ending.Failed(end)));
        }
        return Fleet.of(runs);
    }

    /** Returns the subsets whose three files are in the folder. */
    public static List<String> subsets(Path folder) {
        return SUBSETS.stream()
                .filter(subset -> Stream.of("train_", "test_", "RUL_")
                        .allMatch(part -> TextFiles.exists(folder, part + subset + ".txt")))
                .toList();
    }

    private static void requireKnown(String subset) {
        if (!SUBSETS.contains(subset)) {
            throw new IllegalArgumentException("subset " + subset + ": expected one of " + SUBSETS);
        }
    }

    private static RunToFailure run(String subset, int unit, List<double[]> rows, Ending ending) {
        double[] ages = rows.stream().mapToDouble(row -> row[1]).toArray();
        double[][] readings =
                rows.stream().map(row -> Arrays.copyOfRange(row, 2, COLUMNS)).toArray(double[][]::new);
        return RunToFailure.of(SCHEMA, subset + "/" + unit, ages, readings, ending);
    }

    private static Map<Integer, List<double[]>> units(Path file) throws IOException {
        Map<Integer, List<double[]>> units = new LinkedHashMap<>();
        for (double[] row : rows(file, COLUMNS)) {
            units.computeIfAbsent((int) row[0], number -> new ArrayList<>()).add(row);
        }
        return units;
    }

    private static List<double[]> rows(Path file, int columns) throws IOException {
        List<double[]> rows = new ArrayList<>();
        try (BufferedReader reader = TextFiles.open(file)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank()) {
                    rows.add(TextFiles.numbers(
                            file, rows.size() + 1, line.strip().split("\\s+"), columns));
                }
            }
        }
        return rows;
    }
}
