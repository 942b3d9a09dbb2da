package org.industrialmind.serving.life;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.industrialmind.learning.prognosis.Ending;
import org.industrialmind.learning.prognosis.FleetSchema;
import org.industrialmind.learning.prognosis.RunToFailure;
import org.industrialmind.serving.web.Given;
import org.industrialmind.serving.web.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Units as far as they are known, as they are sent: nothing is taken for granted, and what is missing is named with its unit.
 *
 * @param within the time for the chance of a failure, in units of life; the model's horizon if left out
 * @param together whether the units tell how much life is left at moments like these, which twenty and more can
 * @param units at most 2,000, with at most 200,000 rows
 */
public record HistoryBody(
        @Nullable Double within,
        @Nullable Boolean together,
        @Nullable List<@Nullable UnitBody> units) {
    private static final int MOST_UNITS = 2_000;
    private static final int MOST_ROWS = 200_000;
    private static final int LONGEST_NAME = 100;

    /**
     * A unit.
     *
     * @param ages at each row, rising, in units of life
     * @param readings of each setting and sensor of the model, one a row, null where one is missing; others are left out
     */
    public record UnitBody(
            @Nullable String unit,
            @Nullable List<@Nullable Double> ages,
            @Nullable Map<String, @Nullable List<@Nullable Double>> readings) {}

    /**
     * Returns the runs that were meant.
     *
     * @throws Problem if a field is missing
     * @throws IllegalArgumentException if a value is out of its range
     */
    List<RunToFailure> runs(FleetSchema schema) {
        List<@Nullable UnitBody> given = Given.value(units, "units", "the units to ask about, at least one");
        if (given.isEmpty() || given.size() > MOST_UNITS) {
            throw new IllegalArgumentException("the field 'units' has " + given.size() + " units: expected 1 to "
                    + MOST_UNITS + "; ask several times");
        }
        List<RunToFailure> runs = new ArrayList<>();
        Set<String> names = new HashSet<>();
        int rows = 0;
        for (int i = 0; i < given.size(); i++) {
            RunToFailure run = run(Given.value(given.get(i), "units[" + i + "]", "a unit"), "units[" + i + "]", schema);
            rows += run.rows();
            if (!names.add(run.unit()) || rows > MOST_ROWS) {
                throw new IllegalArgumentException("the field 'units[" + i + "]' is unit '" + run.unit() + "' with row "
                        + rows + " of all: expected no unit twice, and " + MOST_ROWS + " rows at most");
            }
            runs.add(run);
        }
        return runs;
    }

    private static RunToFailure run(UnitBody body, String at, FleetSchema schema) {
        String unit = Given.text(body.unit(), at + ".unit", "the name of the unit");
        if (unit.length() > LONGEST_NAME || unit.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("the field '" + at + ".unit' has " + unit.length()
                    + " characters: expected at most " + LONGEST_NAME + ", without control characters");
        }
        List<@Nullable Double> ages = Given.value(body.ages(), at + ".ages", "the age of the unit at each row");
        double[] age = new double[ages.size()];
        for (int row = 0; row < age.length; row++) {
            age[row] = Given.value(ages.get(row), at + ".ages[" + row + "]", "an age");
        }
        Map<String, @Nullable List<@Nullable Double>> told =
                Given.value(body.readings(), at + ".readings", "the readings " + schema.names());
        List<List<@Nullable Double>> columns = new ArrayList<>();
        for (String name : schema.names()) {
            columns.add(column(told.get(name), at + ".readings." + name, age.length));
        }
        double[][] readings = new double[age.length][columns.size()]; // not before as many have been seen
        for (int row = 0; row < age.length; row++) {
            for (int c = 0; c < columns.size(); c++) {
                Double value = columns.get(c).get(row);
                readings[row][c] = value == null ? Double.NaN : value;
            }
        }
        double last = age.length == 0 ? 0 : age[age.length - 1];
        return RunToFailure.of(schema, unit, age, readings, new Ending.StillRunning(last));
    }

    private static List<@Nullable Double> column(@Nullable List<@Nullable Double> told, String field, int rows) {
        List<@Nullable Double> values = Given.value(told, field, "the readings, one a row, null where one is missing");
        if (values.size() != rows) {
            throw new IllegalArgumentException("the field '" + field + "' has " + values.size() + " readings: expected "
                    + rows + ", one for each age");
        }
        return values;
    }
}
