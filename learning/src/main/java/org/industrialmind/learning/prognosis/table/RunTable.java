package org.industrialmind.learning.prognosis.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleFunction;
import org.industrialmind.learning.prognosis.Ending;
import org.industrialmind.learning.prognosis.Fleet;
import org.industrialmind.learning.prognosis.FleetSchema;
import org.industrialmind.learning.prognosis.RunToFailure;
import org.industrialmind.learning.tabular.table.Column;
import org.industrialmind.learning.tabular.table.Csv;
import org.industrialmind.learning.tabular.table.CsvFormat;
import org.industrialmind.learning.tabular.table.Kind;
import org.industrialmind.learning.tabular.table.NumericColumn;
import org.industrialmind.learning.tabular.table.Table;

/**
 * Runs of units, read from a table with a row for each moment of each unit.
 *
 * <ul>
 *   <li>{@code unit}: the name of the unit; rows of one unit need not be together, but must be in the order of its age;
 *   <li>{@code age}: how old the unit was, in the unit of life; or {@code time}: when it was, from which ages follow in hours
 *       since the first row of the unit;
 *   <li>{@code failed}, which may be absent: 1 where the unit was seen to fail at its last row, 0 where it still ran; at rows
 *       before it may be 0 or empty, for a unit fails once; without the column every unit failed;
 *   <li>{@code mode}, which may be absent: what failed, at the last row of the unit, where somebody knows;
 *   <li>every other column: a number that is read at the moment, empty where it is missing.
 * </ul>
 */
public final class RunTable {
    private static final String UNIT = "unit";
    private static final String AGE = "age";
    private static final String TIME = "time";
    private static final String FAILED = "failed";
    private static final String MODE = "mode";
    private static final Set<String> MEANINGS = Set.of(UNIT, AGE, TIME, FAILED, MODE);
    private static final int MOST_CHANNELS = 1000;
    private static final double NANOS_PER_HOUR = 3.6e12;

    private final Table table;
    private final Map<String, List<Integer>> rows; // of each unit

    /** @throws IllegalArgumentException if the table has no row, no unit or neither ages nor times */
    public RunTable(Table table) {
        this.table = table;
        if (!table.has(UNIT) || !(table.has(AGE) || table.has(TIME))) {
            throw new IllegalArgumentException("the table has the columns " + table.names() + ": expected '" + UNIT
                    + "', and '" + AGE + "' (a number) or '" + TIME + "' (ISO 8601)");
        }
        require(UNIT, Kind.TEXT);
        require(table.has(AGE) ? AGE : TIME, table.has(AGE) ? Kind.NUMERIC : Kind.TIME);
        this.rows = new LinkedHashMap<>();
        Column units = table.column(UNIT);
        for (int row = 0; row < table.rows(); row++) {
            if (units.isMissing(row)) {
                throw new IllegalArgumentException("row " + (row + 1) + " names no unit: expected one in every row");
            }
            rows.computeIfAbsent(units.text(row), unit -> new ArrayList<>()).add(row);
        }
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("the table has no row: expected one for each moment of each unit");
        }
    }

    /**
     * Reads a table from a file.
     *
     * @throws IOException if the file cannot be read, or is no table
     * @throws IllegalArgumentException if the table has no row, no unit or neither ages nor times
     */
    public static RunTable read(Path file) throws IOException {
        CsvFormat format =
                CsvFormat.defaults().withKind(Kind.TEXT, UNIT, FAILED, MODE).withKind(Kind.NUMERIC, AGE);
        return new RunTable(Csv.read(file, format));
    }

    /** Returns what lives are counted in where the table counts in times; empty where it has ages, of which nobody knows. */
    public Optional<String> lifeUnit() {
        return table.has(AGE) ? Optional.empty() : Optional.of("hour");
    }

    /** Returns the number of rows. */
    public int rows() {
        return table.rows();
    }

    /**
     * Returns what the machines of the table report: every column that has no meaning of its own.
     *
     * @param settings columns that say under which conditions a unit ran
     * @param without columns that are left out
     * @throws IllegalArgumentException if a column that is named is not there, or one holds anything but numbers
     */
    public FleetSchema schema(String fleet, List<String> settings, List<String> without, String lifeUnit) {
        for (List<String> named : List.of(settings, without)) {
            named.stream()
                    .filter(name -> !channels().contains(name))
                    .findFirst()
                    .ifPresent(name -> {
                        throw new IllegalArgumentException(
                                "there is no column '" + name + "': expected some of " + channels());
                    });
        }
        List<String> sensors = channels().stream()
                .filter(name -> !settings.contains(name) && !without.contains(name))
                .toList();
        sensors.forEach(name -> require(name, Kind.NUMERIC));
        settings.forEach(name -> require(name, Kind.NUMERIC));
        if (sensors.isEmpty() || sensors.size() + settings.size() > MOST_CHANNELS) {
            throw new IllegalArgumentException("the table has " + sensors.size() + " sensors and " + settings.size()
                    + " settings: expected at least one sensor, and " + MOST_CHANNELS + " columns at most");
        }
        return new FleetSchema(fleet, settings, sensors, lifeUnit);
    }

    private List<String> channels() {
        return table.names().stream().filter(name -> !MEANINGS.contains(name)).toList();
    }

    private void require(String column, Kind kind) {
        if (table.column(column).kind() != kind) {
            throw new IllegalArgumentException("column '" + column + "' is "
                    + table.column(column).kind().word() + ": expected it to be " + kind.word()
                    + "; correct it, or leave it out");
        }
    }

    /** Returns the runs with their endings, to learn from. */
    public Fleet fleet(FleetSchema schema) {
        List<RunToFailure> runs = new ArrayList<>();
        rows.forEach((unit, ofUnit) -> runs.add(run(schema, unit, ofUnit, end -> ending(unit, ofUnit, end))));
        return new Fleet(schema, runs);
    }

    /**
     * Returns the runs as those of units that still run, to ask about; columns that the schema does not know are left out.
     *
     * @throws IllegalArgumentException if a column that the schema names is not there, or holds anything but numbers
     */
    public List<RunToFailure> stillRunning(FleetSchema schema) {
        List<String> lacking =
                schema.names().stream().filter(name -> !table.has(name)).toList();
        if (!lacking.isEmpty()) {
            throw new IllegalArgumentException("the table lacks the columns " + lacking + ": expected all that "
                    + schema.fleet() + " reports, which are " + schema.names());
        }
        schema.names().forEach(name -> require(name, Kind.NUMERIC));
        List<RunToFailure> runs = new ArrayList<>();
        rows.forEach((unit, ofUnit) -> runs.add(run(schema, unit, ofUnit, Ending.StillRunning::new)));
        return runs;
    }

    /** @param ending of a unit by its age at the last row */
    private RunToFailure run(FleetSchema schema, String unit, List<Integer> ofUnit, DoubleFunction<Ending> ending) {
        double[] ages = ages(unit, ofUnit);
        Ending ended = ending.apply(ages[ages.length - 1]);
        double[][] readings = new double[ofUnit.size()][schema.channels()];
        for (int c = 0; c < schema.channels(); c++) {
            NumericColumn column = table.numeric(schema.names().get(c));
            for (int row = 0; row < readings.length; row++) {
                readings[row][c] = column.value(ofUnit.get(row));
            }
        }
        return RunToFailure.of(schema, unit, ages, readings, ended);
    }

    private double[] ages(String unit, List<Integer> ofUnit) {
        String by = table.has(AGE) ? AGE : TIME;
        double[] ages = new double[ofUnit.size()];
        for (int i = 0; i < ages.length; i++) {
            int row = ofUnit.get(i);
            if (table.column(by).isMissing(row)) {
                throw new IllegalArgumentException(
                        "row " + (row + 1) + " of unit " + unit + " has no " + by + ": expected one in every row");
            }
            ages[i] = table.has(AGE)
                    ? table.numeric(AGE).value(row)
                    : (table.time(TIME).nanos(row) - table.time(TIME).nanos(ofUnit.getFirst())) / NANOS_PER_HOUR;
            if (ages[i] < 0) {
                throw new IllegalArgumentException("row " + (row + 1) + " of unit " + unit + " has the age " + ages[i]
                        + ": expected ages from 0 that rise");
            }
        }
        return ages;
    }

    private Ending ending(String unit, List<Integer> ofUnit, double end) {
        if (!failed(unit, ofUnit)) {
            return new Ending.StillRunning(end);
        }
        return new Ending.Failed(end, table.find(MODE).flatMap(modes -> known(modes, ofUnit.getLast())));
    }

    private static Optional<String> known(Column modes, int row) {
        return modes.isMissing(row) ? Optional.empty() : Optional.of(modes.text(row));
    }

    private boolean failed(String unit, List<Integer> ofUnit) {
        return table.find(FAILED).map(said -> failed(said, unit, ofUnit)).orElse(true);
    }

    private static boolean failed(Column said, String unit, List<Integer> ofUnit) {
        int last = ofUnit.getLast();
        Optional<Boolean> failed = flag(said.text(last));
        for (int row : ofUnit) {
            boolean asExpected = row == last
                    ? failed.isPresent()
                    : said.isMissing(row) || flag(said.text(row)).equals(Optional.of(false));
            if (!asExpected) {
                throw new IllegalArgumentException(
                        (row == last ? "the last row" : "a row before the last") + " of unit "
                                + unit + ", row " + (row + 1) + ", has in '" + FAILED + "' "
                                + (said.isMissing(row) ? "nothing" : "'" + said.text(row) + "'")
                                + ": expected 1 where the unit failed at its last row, 0 where it still ran, and 0 or"
                                + " nothing before; what runs on after a failure is another unit");
            }
        }
        return failed.orElseThrow();
    }

    /** Returns what is meant; a column with gaps is a column of fractions to many a program, which then writes 1.0. */
    private static Optional<Boolean> flag(String said) {
        return switch (said.toLowerCase(Locale.ROOT)) {
            case "1", "1.0", "true" -> Optional.of(true);
            case "0", "0.0", "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
