package org.industrialmind.telemetry.ingest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.industrialmind.signal.Channel;
import org.industrialmind.signal.Unit;

/** What the first line of a file of readings says about the others. */
final class CsvHeader {
    private static final Set<String> TIMES = Set.of("datetime", "timestamp", "time", "date", "ts");
    private static final Set<String> ANOMALIES = Set.of("anomaly", "label", "is_anomaly");
    private static final Set<String> CHANGES = Set.of("changepoint", "change_point");
    private static final Set<String> MISSING = Set.of("", "nan", "na", "null");
    private static final int LONGEST_LINE = 1 << 20;
    private static final int LONGEST_NAME = 59; // leaves room for a number behind a name that is taken

    private final String file;
    private final char separator;
    private final List<String> columns;
    private final List<Channel> channels = new ArrayList<>();
    private int time = -1;
    private int anomaly = -1;
    private int change = -1;

    private CsvHeader(String file, char separator, List<String> columns) {
        this.file = file;
        this.separator = separator;
        this.columns = columns;
    }

    static CsvHeader of(String file, String line) {
        String text = line.startsWith("\ufeff") ? line.substring(1) : line; // the mark some spreadsheets put first
        char separator = ';';
        for (char candidate : new char[] {',', '\t'}) {
            separator = count(text, candidate) > count(text, separator) ? candidate : separator;
        }
        CsvHeader header = new CsvHeader(file, separator, CsvLine.cells(text, separator));
        header.sort();
        return header;
    }

    private static long count(String text, char c) {
        return text.chars().filter(each -> each == c).count();
    }

    private void sort() {
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < columns.size(); i++) {
            String name = columns.get(i).strip().toLowerCase(Locale.ROOT);
            if (TIMES.contains(name) && time < 0) {
                time = i;
            } else if (ANOMALIES.contains(name)) {
                anomaly = i;
            } else if (CHANGES.contains(name)) {
                change = i;
            } else {
                channels.add(channel(columns.get(i).strip(), taken));
            }
        }
        if (time < 0 || channels.isEmpty()) {
            throw new CsvFormatException(file + ", row 1: the columns are " + Shown.of(columns.toString())
                    + ": expected one called datetime, timestamp, time, date or ts, and at least one sensor");
        }
    }

    /** Turns a heading such as "Volume Flow RateRMS" to a name such as volume_flow_rate_rms. */
    private static Channel channel(String heading, Set<String> taken) {
        String words = heading.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_+|_+$", "");
        String named = words.isEmpty() || !Character.isLetter(words.charAt(0)) ? "c_" + words : words;
        String base = named.substring(0, Math.min(named.length(), LONGEST_NAME));
        String name = base;
        for (int i = 2; !taken.add(name); i++) {
            name = base + "_" + i;
        }
        return new Channel(name, heading, Unit.ONE, Channel.Role.PROCESS);
    }

    List<Channel> channels() {
        return channels;
    }

    CsvRow row(String line, int number) {
        if (line.length() > LONGEST_LINE) {
            throw new CsvFormatException(
                    file + ", row " + number + ": " + line.length() + " characters: expected at most " + LONGEST_LINE);
        }
        List<String> cells = CsvLine.cells(line, separator);
        if (cells.size() != columns.size()) {
            throw new CsvFormatException(file + ", row " + number + ": " + cells.size() + " cells: expected "
                    + columns.size() + ", as in the first row");
        }
        double[] values = new double[channels.size()];
        int channel = 0;
        for (int i = 0; i < cells.size(); i++) {
            if (i != time && i != anomaly && i != change) {
                values[channel++] = value(cells.get(i), number, i);
            }
        }
        long nanos = CsvTime.nanos(cells.get(time).strip())
                .orElseThrow(() -> wrong(cells.get(time), number, time, "a time such as 2020-03-09 10:14:33"));
        return new CsvRow(nanos, values, label(cells, anomaly, number), label(cells, change, number));
    }

    private double value(String cell, int number, int column) {
        String text = cell.strip();
        if (MISSING.contains(text.toLowerCase(Locale.ROOT))) {
            return Double.NaN;
        }
        return DecimalText.number(text).orElseThrow(() -> wrong(cell, number, column, "a number, or nothing"));
    }

    private Optional<Boolean> label(List<String> cells, int column, int number) {
        if (column < 0) {
            return Optional.empty();
        }
        return switch (cells.get(column).strip().toLowerCase(Locale.ROOT)) {
            case "0", "0.0", "false" -> Optional.of(false);
            case "1", "1.0", "true" -> Optional.of(true);
            default -> throw wrong(cells.get(column), number, column, "0 or 1");
        };
    }

    private CsvFormatException wrong(String cell, int number, int column, String expected) {
        return new CsvFormatException(file + ", row " + number + ", column '" + Shown.of(columns.get(column))
                + "': saw '" + Shown.of(cell) + "', expected " + expected);
    }
}
