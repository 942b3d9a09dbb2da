package org.industrialmind.learning.vibration.bearing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Bearings by their designation. A plant keeps its own as a table of the form
 *
 * <pre>  designation,elements,element_diameter_mm,pitch_diameter_mm,contact_angle_deg </pre>
 *
 * Makers differ in the inside of bearings of one designation; a plant's own table should say what its makers say.
 *
 * @param bearings in the order of the table
 */
public record BearingCatalogue(Map<String, BearingGeometry> bearings) {
    private static final String HEADING =
            "designation,elements,element_diameter_mm,pitch_diameter_mm,contact_angle_deg";

    public BearingCatalogue {
        bearings = Collections.unmodifiableMap(new LinkedHashMap<>(bearings));
    }

    /** Returns the few bearings of the public test rigs, whose geometry their owners have published. */
    public static BearingCatalogue ofTestRigs() {
        try (BufferedReader table = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(
                        BearingCatalogue.class.getResourceAsStream("bearings.csv"),
                        "bearings.csv is part of the program"),
                StandardCharsets.UTF_8))) {
            return parse("bearings.csv", table.lines().toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Reads a plant's own table.
     *
     * @throws IllegalArgumentException if it has another heading, or a row that is no bearing; the message names the line
     */
    public static BearingCatalogue read(Path table) throws IOException {
        return parse(table.toString(), Files.readAllLines(table));
    }

    /**
     * Returns a bearing.
     *
     * @throws IllegalArgumentException if it is not in the table; the message lists those that are
     */
    public BearingGeometry bearing(String designation) {
        BearingGeometry found = bearings.get(designation);
        if (found == null) {
            throw new IllegalArgumentException("no bearing '" + designation + "' in the table: expected one of "
                    + bearings.keySet() + "; add its geometry, which its maker states");
        }
        return found;
    }

    private static BearingCatalogue parse(String name, List<String> lines) {
        if (lines.isEmpty() || !lines.getFirst().equals(HEADING)) {
            throw new IllegalArgumentException(name + " begins with '" + (lines.isEmpty() ? "" : lines.getFirst())
                    + "': expected the heading " + HEADING);
        }
        Map<String, BearingGeometry> bearings = new LinkedHashMap<>();
        for (int i = 1; i < lines.size(); i++) {
            String[] cells = lines.get(i).split(",", -1);
            if (cells.length != 5) {
                throw new IllegalArgumentException(name + ", line " + (i + 1) + ": '" + lines.get(i) + "' has "
                        + cells.length + " cells: expected " + HEADING);
            }
            try {
                bearings.put(
                        cells[0],
                        new BearingGeometry(
                                Integer.parseInt(cells[1]),
                                Double.parseDouble(cells[2]),
                                Double.parseDouble(cells[3]),
                                Double.parseDouble(cells[4])));
            } catch (IllegalArgumentException noBearing) {
                throw new IllegalArgumentException(
                        name + ", line " + (i + 1) + ": '" + lines.get(i) + "' is no bearing: "
                                + noBearing.getMessage(),
                        noBearing);
            }
        }
        return new BearingCatalogue(bearings);
    }
}
