package org.industrialmind.learning.vibration.severity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Zone limits by power and support of a machine; a table of the form
 *
 * <pre>  above_kw,up_to_kw,support,ab_mm_s,bc_mm_s,cd_mm_s </pre>
 *
 * <p><b>The limits that come with the program are a start, not the standard.</b> They are those commonly quoted for groups 1
 * and 2 of ISO 20816-3; published tables disagree with each other, and the standard must be bought to be relied on. A plant
 * edits the table, and gives machines that differ a row of their own.
 *
 * @param rows the first that fits a machine counts
 */
public record SeverityTable(List<Row> rows) {
    private static final String HEADING = "above_kw,up_to_kw,support,ab_mm_s,bc_mm_s,cd_mm_s";

    /**
     * Which machines have which limits.
     *
     * @param aboveKilowatts rated power, not included
     * @param upToKilowatts rated power, included; may be infinite
     */
    public record Row(double aboveKilowatts, double upToKilowatts, Support support, ZoneLimits limits) {
        public Row {
            if (!(aboveKilowatts >= 0 && aboveKilowatts < upToKilowatts)) {
                throw new IllegalArgumentException("machines above " + aboveKilowatts + " and up to " + upToKilowatts
                        + " kW: expected a rising range of power");
            }
        }

        boolean fits(double kilowatts, Support stands) {
            return kilowatts > aboveKilowatts && kilowatts <= upToKilowatts && stands == support;
        }
    }

    public SeverityTable {
        rows = List.copyOf(rows);
    }

    /** Returns the table that comes with the program: above 15 up to 300 kW, and above that up to 50 MW. */
    public static SeverityTable defaults() {
        try (BufferedReader table = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(
                        SeverityTable.class.getResourceAsStream("zones.csv"), "zones.csv is part of the program"),
                StandardCharsets.UTF_8))) {
            return parse("zones.csv", table.lines().toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Reads a plant's own table.
     *
     * @throws IllegalArgumentException if it has another heading, or a row of another form; the message names the line
     */
    public static SeverityTable read(Path table) throws IOException {
        return parse(table.toString(), Files.readAllLines(table));
    }

    /**
     * Returns the limits of a machine.
     *
     * @throws IllegalArgumentException if no row fits it
     */
    public ZoneLimits limits(double kilowatts, Support support) {
        return rows.stream()
                .filter(row -> row.fits(kilowatts, support))
                .findFirst()
                .map(Row::limits)
                .orElseThrow(() -> new IllegalArgumentException("no zone limits for a machine of " + kilowatts
                        + " kW on " + support + " support: add a row to the table of zones"));
    }

    private static SeverityTable parse(String name, List<String> lines) {
        if (lines.isEmpty() || !lines.getFirst().equals(HEADING)) {
            throw new IllegalArgumentException(name + " begins with '" + (lines.isEmpty() ? "" : lines.getFirst())
                    + "': expected the heading " + HEADING);
        }
        List<Row> rows = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            String[] cells = lines.get(i).split(",", -1);
            if (cells.length != 6) {
                throw new IllegalArgumentException(name + ", line " + (i + 1) + ": '" + lines.get(i) + "' has "
                        + cells.length + " cells: expected " + HEADING);
            }
            try {
                rows.add(new Row(
                        Double.parseDouble(cells[0]),
                        Double.parseDouble(cells[1]),
                        Support.valueOf(cells[2]),
                        new ZoneLimits(
                                Double.parseDouble(cells[3]),
                                Double.parseDouble(cells[4]),
                                Double.parseDouble(cells[5]))));
            } catch (IllegalArgumentException wrong) {
                throw new IllegalArgumentException(
                        name + ", line " + (i + 1) + ": '" + lines.get(i) + "': " + wrong.getMessage(), wrong);
            }
        }
        return new SeverityTable(rows);
    }
}
