package org.industrialmind.learning.leaderboard;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Channels of two spacecraft of NASA, the soil moisture satellite SMAP and the Mars rover MSL, with the anomalies that its
 * engineers reported.
 *
 * <p>Split: train/CHANNEL.csv.gz is normal, test/CHANNEL.csv.gz is judged and is a run of its own. Only the telemetry value
 * is watched, the first column; the others are flags of commands that were sent, which are inputs. Values are scaled to
 * [-1, 1] and read to a hundredth: less than half a percent of span is below any instrument's deadband, and in channels
 * that stood still while they were learned it would be an alarm. A row stands for a minute. Where a channel has several
 * lines of labels, all count.
 *
 * @see "Hundman et al. 2018, Detecting spacecraft anomalies using LSTMs and nonparametric dynamic thresholding, KDD"
 */
public final class SpacecraftTelemetry {
    private static final Pattern COMMA = Pattern.compile(",");
    private static final Pattern RANGE = Pattern.compile("\\[\\s*(\\d+)\\s*,\\s*(\\d+)\\s*]");
    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final double STEPS = 100; // of 1, half the span

    private SpacecraftTelemetry() {}

    private record Range(int first, int last) {}

    private record Channel(String spacecraft, List<Range> anomalies) {}

    /**
     * Reads the channels that have labels, in the order of their names; the group of each is its spacecraft.
     *
     * @throws MalformedBoardException if the labels are missing, or a channel's files do not agree with them
     */
    public static List<LabelledSeries> read(Path folder) {
        List<LabelledSeries> all = new ArrayList<>();
        labels(folder.resolve("labeled_anomalies.csv"))
                .forEach((name, channel) -> all.add(series(folder, name, channel)));
        return all;
    }

    private static Map<String, Channel> labels(Path file) {
        Map<String, Channel> channels = new TreeMap<>();
        String text = String.join("\n", NumberFile.lines(file));
        for (NamedCsvRecord record : CsvReader.builder().ofNamedCsvRecord(text)) {
            Channel channel = channels.computeIfAbsent(
                    field(file, record, "chan_id"),
                    name -> new Channel(field(file, record, "spacecraft"), new ArrayList<>()));
            Matcher ranges = RANGE.matcher(field(file, record, "anomaly_sequences"));
            while (ranges.find()) {
                channel.anomalies()
                        .add(new Range(Integer.parseInt(ranges.group(1)), Integer.parseInt(ranges.group(2))));
            }
        }
        if (channels.isEmpty()) {
            throw new MalformedBoardException(file + " has no lines: expected one a channel");
        }
        return channels;
    }

    private static String field(Path file, NamedCsvRecord record, String name) {
        return record.findField(name)
                .orElseThrow(() -> new MalformedBoardException(file + ", line " + record.getStartingLineNumber()
                        + " has no field " + name + ": expected chan_id, spacecraft, anomaly_sequences"));
    }

    private static LabelledSeries series(Path folder, String name, Channel channel) {
        double[][] train = values(folder.resolve("train").resolve(name + ".csv.gz"));
        double[][] test = values(folder.resolve("test").resolve(name + ".csv.gz"));
        boolean[] abnormal = new boolean[test.length];
        for (Range range : channel.anomalies()) {
            if (range.first() > range.last() || range.last() >= test.length) {
                throw new MalformedBoardException(name + " is labelled from row " + range.first() + " to "
                        + range.last() + " and has " + test.length + " test rows: the files do not belong together");
            }
            for (int row = range.first(); row <= range.last(); row++) {
                abnormal[row] = true;
            }
        }
        return new LabelledSeries(name, channel.spacecraft(), train, test, abnormal, false, PERIOD);
    }

    private static double[][] values(Path file) {
        double[][] rows = NumberFile.rows(file, COMMA, 1);
        double[][] values = new double[rows.length][1];
        for (int r = 0; r < rows.length; r++) {
            values[r][0] = Math.rint(STEPS * rows[r][0]) / STEPS;
        }
        return values;
    }
}
