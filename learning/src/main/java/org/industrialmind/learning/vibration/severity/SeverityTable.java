package org.industrialmind.learning.vibration.severity;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.Channel;
import org.industrialmind.signal.Installation;
import org.industrialmind.signal.Installation.Support;
import org.industrialmind.signal.Unit;

/**
 * Zone limits by kind, power and support of a machine; a table of the form
 *
 * <pre>  machine,above_kw,up_to_kw,support,ab_mm_s,bc_mm_s,cd_mm_s,standard </pre>
 *
 * <p>A machine is a class of equipment or the tag of one machine, the support {@code rigid}, {@code flexible} or {@code any}.
 *
 * <p><b>The limits that come with the program are a start, not the standard.</b> They are those commonly quoted for groups 1
 * and 2 of ISO 20816-3 and, since that leaves rotodynamic pumps out, for category I of ISO 10816-7; published tables disagree
 * with each other, and the standard must be bought to be relied on. A plant edits the table, and gives machines that differ a
 * row of their own before the others. Electrical machines are grouped by shaft height in the standard and by power here, which
 * is the stricter for those of 315 mm and more below 300 kW. Fans up to 300 kW on a flexible support the standard leaves out
 * (ISO 14694 is theirs, whose limits are no zones), so no row is shipped for them.
 *
 * @param rows the first that fits a machine counts
 */
public record SeverityTable(List<Row> rows) {
    private static final String HEADING = "machine,above_kw,up_to_kw,support,ab_mm_s,bc_mm_s,cd_mm_s,standard";
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String ANY_SUPPORT = "any";
    private static final Unit VELOCITY = new Unit("mm/s");

    /**
     * Which machines have which limits.
     *
     * @param machine a class of equipment, or the tag of one machine
     * @param aboveKilowatts rated power, not included
     * @param upToKilowatts rated power, included; may be infinite
     * @param support empty for any
     * @param standard where the limits are from, such as {@code ISO 20816-3 group 2}
     */
    public record Row(
            String machine,
            double aboveKilowatts,
            double upToKilowatts,
            Optional<Support> support,
            ZoneLimits limits,
            String standard) {
        public Row {
            if (machine.isBlank() || standard.isBlank()) {
                throw new IllegalArgumentException(
                        "expected a class of equipment or a tag first, and where the limits are from last");
            }
            if (!(aboveKilowatts >= 0 && aboveKilowatts < upToKilowatts)) {
                throw new IllegalArgumentException("machines above " + aboveKilowatts + " and up to " + upToKilowatts
                        + " kW: expected a rising range of power");
            }
        }

        boolean fits(Asset asset) {
            boolean named = machine.equals(asset.id().value())
                    || machine.equals(asset.equipmentClass().code());
            return named && asset.installation().map(this::suits).orElseGet(this::suitsAny);
        }

        private boolean suitsAny() {
            return aboveKilowatts == 0 && Double.isInfinite(upToKilowatts) && support.isEmpty();
        }

        private boolean suits(Installation installation) {
            double kilowatts = installation.ratedKilowatts();
            return kilowatts > aboveKilowatts
                    && kilowatts <= upToKilowatts
                    && support.map(installation.support()::equals).orElse(true);
        }
    }

    public SeverityTable {
        rows = List.copyOf(rows);
    }

    /**
     * Returns the table that comes with the program: pumps above 1 kW, motors and fans above 15 kW up to 50 MW, of the fans
     * up to 300 kW those that stand rigidly.
     */
    public static SeverityTable defaults() {
        try (InputStream table = shipped()) {
            return parse("zones.csv", new String(table.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Reads a plant's own table; where there is none yet, the one that comes with the program is put there to be edited.
     *
     * @throws IllegalArgumentException if it has another heading, or a row of another form; the message names the line
     */
    public static SeverityTable readOrBegin(Path table) throws IOException {
        if (Files.notExists(table)) {
            begin(table.toAbsolutePath());
        }
        return parse(table.toString(), Files.readString(table));
    }

    /** Puts the table there as a whole or not at all. */
    private static void begin(Path table) throws IOException {
        Files.createDirectories(table.getParent());
        Path beside = table.resolveSibling(table.getFileName() + "." + UUID.randomUUID());
        try (InputStream shipped = shipped()) {
            Files.copy(shipped, beside);
            Files.move(beside, table, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static InputStream shipped() {
        return Objects.requireNonNull(
                SeverityTable.class.getResourceAsStream("zones.csv"), "zones.csv is part of the program");
    }

    /**
     * Returns the row of a machine, or empty where none fits it. A machine of which nobody has said how powerful it is and how
     * it stands has only the rows for any power and support.
     */
    public Optional<Row> find(Asset asset) {
        return rows.stream().filter(row -> row.fits(asset)).findFirst();
    }

    /** Returns whether the zones apply to what a channel measures: a velocity on a bearing housing in mm/s, taken as RMS. */
    public static boolean judges(Channel channel) {
        return channel.unit().equals(VELOCITY) && channel.role() == Channel.Role.CONDITION;
    }

    private static SeverityTable parse(String name, String text) {
        List<CsvRecord> lines = lines(name, text);
        String heading = lines.isEmpty() ? "" : text(lines.getFirst().getFields());
        if (!heading.equals(HEADING)) {
            throw new IllegalArgumentException(
                    name + " begins with '" + heading + "': expected the heading " + HEADING);
        }
        List<Row> rows = new ArrayList<>();
        for (CsvRecord line : lines.subList(1, lines.size())) {
            List<String> cells = line.getFields();
            String where = name + ", line " + line.getStartingLineNumber() + ": '" + text(cells) + "'";
            if (cells.size() != 8) {
                throw new IllegalArgumentException(
                        where + " has " + cells.size() + " cells: expected the eight of " + HEADING);
            }
            try {
                rows.add(row(cells));
            } catch (IllegalArgumentException wrong) {
                throw new IllegalArgumentException(where + ": " + wrong.getMessage(), wrong);
            }
        }
        return new SeverityTable(rows);
    }

    /** Returns the lines on which something stands; a spreadsheet puts a byte order mark before them and quotes into them. */
    private static List<CsvRecord> lines(String name, String text) {
        CsvReader<CsvRecord> reader = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE) // counted where the message can say what is wanted
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
        try {
            return reader.stream()
                    .filter(line -> !line.getFields().stream().allMatch(String::isBlank))
                    .toList();
        } catch (CsvParseException unreadable) {
            throw new IllegalArgumentException(
                    name + " is not readable as comma-separated values: " + unreadable.getMessage()
                            + "; expected each quote to be closed",
                    unreadable);
        }
    }

    private static String text(List<String> cells) {
        return String.join(",", cells);
    }

    private static Row row(List<String> cells) {
        return new Row(
                cells.get(0),
                number(cells.get(1)),
                number(cells.get(2)),
                support(cells.get(3)),
                new ZoneLimits(number(cells.get(4)), number(cells.get(5)), number(cells.get(6))),
                cells.get(7));
    }

    private static Optional<Support> support(String cell) {
        return cell.equals(ANY_SUPPORT) ? Optional.empty() : Optional.of(Support.ofCode(cell));
    }

    private static double number(String cell) {
        try {
            return Double.parseDouble(cell);
        } catch (NumberFormatException _) {
            throw new IllegalArgumentException("'" + cell + "': expected a number");
        }
    }
}
