package org.industrialmind.learning.prognosis;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The readings of one unit over its life, or over the part of it that was seen.
 *
 * <p>Shape: [row, channel], settings first, then sensors, as the schema names them; NaN where a reading is missing. Ages rise
 * from row to row and are counted in the schema's unit of life. The readings may stop before the unit fails, as those of a
 * test unit do whose failure was noted later. Immutable; a prefix shares the readings of the whole.
 */
public final class RunToFailure {
    private final FleetSchema schema;
    private final String unit;
    private final double[] ages;
    private final double[] values;
    private final int rows;
    private final Ending ending;

    private RunToFailure(FleetSchema schema, String unit, double[] ages, double[] values, int rows, Ending ending) {
        this.schema = schema;
        this.unit = unit;
        this.ages = ages;
        this.values = values;
        this.rows = rows;
        this.ending = ending;
    }

    /**
     * Takes the readings of a unit; copied.
     *
     * @param ages of the unit at each row, rising
     * @param readings [row, channel]
     * @throws IllegalArgumentException if there is no row, a row has not one reading for each channel, the ages do not
     *     rise, or the run ends before its last row
     */
    public static RunToFailure of(FleetSchema schema, String unit, double[] ages, double[][] readings, Ending ending) {
        if (ages.length == 0 || readings.length != ages.length) {
            throw new IllegalArgumentException("unit " + unit + " has " + readings.length + " rows and " + ages.length
                    + " ages: expected at least one row, and one age for each");
        }
        double[] values = new double[ages.length * schema.channels()];
        for (int row = 0; row < ages.length; row++) {
            if (readings[row].length != schema.channels()) {
                throw new IllegalArgumentException("row " + row + " of unit " + unit + " has " + readings[row].length
                        + " readings: expected " + schema.channels() + ", one for each of " + schema.names());
            }
            if (!(ages[row] >= 0) || (row > 0 && !(ages[row] > ages[row - 1]))) {
                throw new IllegalArgumentException("row " + row + " of unit " + unit + " has the age " + ages[row]
                        + ": expected ages from 0 that rise from row to row");
            }
            System.arraycopy(readings[row], 0, values, row * schema.channels(), schema.channels());
        }
        if (!(ending.age() >= ages[ages.length - 1])) {
            throw new IllegalArgumentException("unit " + unit + " ends at the age " + ending.age()
                    + " before its last row at " + ages[ages.length - 1]);
        }
        return new RunToFailure(schema, unit, ages.clone(), values, ages.length, ending);
    }

    /** Returns a run that no unit had, with a row at each age from 1: to try out a model. */
    public static RunToFailure madeUp(FleetSchema schema, double[][] readings) {
        double[] ages =
                IntStream.rangeClosed(1, readings.length).asDoubleStream().toArray();
        return of(schema, "made up", ages, readings, new Ending.StillRunning(readings.length));
    }

    public FleetSchema schema() {
        return schema;
    }

    /** Returns the name of the unit, which no other unit of its fleet has. */
    public String unit() {
        return unit;
    }

    public int rows() {
        return rows;
    }

    public Ending ending() {
        return ending;
    }

    /** Returns the age at a row, in the unit of life. */
    public double age(int row) {
        return ages[within(row)];
    }

    /** Returns a reading; settings come before sensors. */
    public double reading(int row, int channel) {
        return values[within(row) * schema.channels() + channel];
    }

    public double setting(int row, int setting) {
        return reading(row, setting);
    }

    public double sensor(int row, int sensor) {
        return reading(row, schema.settings().size() + sensor);
    }

    /** Returns whether the unit was seen to fail. */
    public boolean failed() {
        return ending instanceof Ending.Failed;
    }

    /** Returns what failed, where somebody knows. */
    public Optional<String> mode() {
        return ending instanceof Ending.Failed failed ? failed.mode() : Optional.empty();
    }

    /**
     * Returns how long the unit lived on after a row.
     *
     * @throws IllegalStateException if it was not seen to fail, so that nobody knows
     */
    public double lifeAfter(int row) {
        return switch (ending) {
            case Ending.Failed failed -> failed.age() - age(row);
            case Ending.StillRunning running ->
                throw new IllegalStateException("unit " + unit + " still ran at the age " + running.age()
                        + ": nobody knows how long it lived; ask failed() first");
        };
    }

    /**
     * Returns what was known after so many rows: these readings of a unit that still runs.
     *
     * @param length rows, from 1 to all
     */
    public RunToFailure prefix(int length) {
        within(length - 1);
        return new RunToFailure(schema, unit, ages, values, length, new Ending.StillRunning(ages[length - 1]));
    }

    private int within(int row) {
        if (row < 0 || row >= rows) {
            throw new IllegalArgumentException(
                    "row " + row + " of unit " + unit + ": expected one from 0 to " + (rows - 1));
        }
        return row;
    }

    @Override
    public String toString() {
        return "RunToFailure[" + unit + ", " + rows + " rows, " + ending + "]";
    }
}
