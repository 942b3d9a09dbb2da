package org.industrialmind.learning.leaderboard;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.industrialmind.foundations.metrics.NabScore;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Series of the Numenta Anomaly Benchmark: values of servers, machines and made-up sources with the time of each, and the
 * windows in which an alarm is right.
 *
 * <p>Split: the benchmark's probation, the first 15 % of a series and at most 750 rows, is what is learned from; it is taken
 * for normal, as nothing else is known. The group of a series is its folder.
 *
 * @see "Lavin and Ahmad 2015, Evaluating real-time anomaly detection algorithms: the Numenta anomaly benchmark, ICMLA"
 */
public final class NumentaBenchmark {
    /** How many series the whole benchmark has: scores of fewer are not those of its board. */
    public static final int SERIES = 58;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss[.SSSSSS]");

    private NumentaBenchmark() {}

    private record Window(LocalDateTime first, LocalDateTime last) {}

    private record Reading(LocalDateTime time, double value) {}

    /**
     * Reads the series that have an entry among the labels and a file, in the order of their names.
     *
     * @throws MalformedBoardException if the labels are missing, no series is there, or a line cannot be read
     */
    public static List<LabelledSeries> read(Path folder) {
        List<LabelledSeries> all = new ArrayList<>();
        labels(folder.resolve("labels").resolve("combined_windows.json")).forEach((name, windows) -> {
            Path file = folder.resolve(name);
            if (Files.exists(file)) {
                all.add(series(name, file, windows));
            }
        });
        if (all.isEmpty()) {
            throw new MalformedBoardException("none of the labelled series lies in " + folder
                    + "; next: name the folder that has realKnownCause and its like with --from DIR");
        }
        return all;
    }

    private static Map<String, List<Window>> labels(Path file) {
        Map<String, List<Window>> labels = new TreeMap<>();
        try {
            JsonNode root = JsonMapper.shared().readTree(String.join("\n", NumberFile.lines(file)));
            root.properties().forEach(entry -> {
                List<Window> windows = new ArrayList<>();
                entry.getValue()
                        .forEach(window -> windows.add(new Window(
                                time(file, window.path(0).asString()),
                                time(file, window.path(1).asString()))));
                labels.put(entry.getKey(), windows);
            });
        } catch (JacksonException noJson) {
            throw new MalformedBoardException(file + " is not valid JSON: " + noJson.getMessage());
        }
        return labels;
    }

    private static LocalDateTime time(Path file, String text) {
        try {
            return LocalDateTime.parse(text, TIME);
        } catch (DateTimeParseException unreadable) {
            throw new MalformedBoardException(
                    file + " has the time '" + text + "': expected one like 2014-07-01 00:30:00");
        }
    }

    private static LabelledSeries series(String name, Path file, List<Window> windows) {
        List<Reading> readings = readings(file);
        double[][] values = new double[readings.size()][];
        boolean[] abnormal = new boolean[values.length];
        for (int row = 0; row < values.length; row++) {
            Reading reading = readings.get(row);
            values[row] = new double[] {reading.value()};
            abnormal[row] = windows.stream()
                    .anyMatch(window -> !reading.time().isBefore(window.first())
                            && !reading.time().isAfter(window.last()));
        }
        int probation = NabScore.probation(values.length);
        return new LabelledSeries(
                name,
                name.substring(0, Math.max(0, name.indexOf('/'))),
                Arrays.copyOfRange(values, 0, probation),
                Arrays.copyOfRange(values, probation, values.length),
                Arrays.copyOfRange(abnormal, probation, values.length),
                true,
                Duration.between(readings.get(0).time(), readings.get(1).time()));
    }

    private static List<Reading> readings(Path file) {
        List<Reading> readings = new ArrayList<>();
        for (String line : NumberFile.lines(file)) {
            int comma = line.indexOf(',');
            if (comma < 0 || line.startsWith("timestamp")) {
                continue;
            }
            try {
                readings.add(new Reading(
                        time(file, line.substring(0, comma)), Double.parseDouble(line.substring(comma + 1))));
            } catch (NumberFormatException noNumber) {
                throw new MalformedBoardException(file + " has the line '" + line + "': expected timestamp,value");
            }
        }
        if (readings.size() < 2) {
            throw new MalformedBoardException(file + " has " + readings.size() + " readings: expected a series");
        }
        return readings;
    }
}
