package org.industrialmind.learning.prognosis.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.industrialmind.foundations.statistics.Correlation;
import org.industrialmind.learning.prognosis.Cut;
import org.industrialmind.learning.prognosis.Fleet;
import org.industrialmind.learning.prognosis.FleetSchema;
import org.industrialmind.learning.prognosis.LifeQuestion;
import org.industrialmind.learning.prognosis.RunToFailure;

/**
 * What is known of a unit after each row, as numbers: its age, its sensors smoothed over short and long stretches, how they
 * move, what they were when it was new, and the same of its {@linkplain HealthIndex health index}.
 *
 * <p>Everything that is learned (conditions, scales, which sensors move with life, the weights of the index) is learned from
 * the fleet it was made of, which must be the training part. Long stretches matter most: wear is slow and noise is not, and
 * the slope over a hundred rows sees the first where a window of thirty sees the second.
 */
public final class LifeFeatures {
    private static final double LEAST_CORRELATION = 0.1; // with life left; below it a sensor is noise to every learner
    private static final int LOOKED_AT = 3; // every third row: neighbours are nearly copies

    private static final List<Summary> OF_SENSORS =
            List.of(Summary.recent(10), Summary.recent(30), Summary.first(15), Summary.slope(80), Summary.whole());
    private static final List<Summary> OF_INDEX = List.of(
            Summary.recent(3),
            Summary.recent(6),
            Summary.recent(10),
            Summary.recent(30),
            Summary.recent(60),
            Summary.slope(20),
            Summary.slope(50),
            Summary.slope(100),
            Summary.first(15),
            Summary.first(40),
            Summary.whole(),
            Summary.spread(30));

    private final FleetSchema schema;
    private final ConditionScale scale;
    private final int[] sensors;
    private final HealthIndex index;

    /** Takes the array as it is. */
    LifeFeatures(FleetSchema schema, ConditionScale scale, int[] sensors, HealthIndex index) {
        this.schema = schema;
        this.scale = scale;
        this.sensors = sensors;
        this.index = index;
    }

    /**
     * Learns the features of a fleet.
     *
     * @throws IllegalArgumentException if no unit failed
     */
    public static LifeFeatures of(Fleet fleet, LifeQuestion question, long seed) {
        List<Cut> cuts = Cut.every(fleet, question.withLongest(Double.POSITIVE_INFINITY), 1, LOOKED_AT, seed);
        if (cuts.isEmpty()) {
            throw new IllegalArgumentException("none of the " + fleet.size() + " units of "
                    + fleet.schema().fleet() + " failed: expected some that did, or a survival model");
        }
        ConditionScale scale = ConditionScale.of(fleet, OperatingConditions.of(fleet, seed));
        double[][] rows = new double[cuts.size()][];
        double[] health = new double[cuts.size()];
        double[][] scaled = new double[0][];
        for (int i = 0; i < rows.length; i++) {
            Cut cut = cuts.get(i);
            if (i == 0 || cut.run() != cuts.get(i - 1).run()) {
                scaled = scale.scaled(cut.run());
            }
            rows[i] = scaled[cut.length() - 1];
            health[i] = Math.min(cut.life(), question.horizon()) / question.horizon();
        }
        int[] sensors = moving(rows, health);
        HealthIndex.Lessons lessons = new HealthIndex.Lessons();
        for (int i = 0; i < rows.length; i++) {
            lessons.add(chosen(rows[i], sensors), health[i]);
        }
        return new LifeFeatures(fleet.schema(), scale, sensors, lessons.learned());
    }

    /** Returns the sensors that move with life, or all where none does. */
    private static int[] moving(double[][] rows, double[] health) {
        int[] all = IntStream.range(0, rows[0].length).toArray();
        int[] moving =
                IntStream.of(all).filter(sensor -> moves(rows, sensor, health)).toArray();
        return moving.length == 0 ? all : moving;
    }

    private static boolean moves(double[][] rows, int sensor, double[] health) {
        double[] values = Arrays.stream(rows).mapToDouble(row -> row[sensor]).toArray();
        boolean still = Arrays.stream(values).allMatch(value -> value == values[0]);
        return !still && Math.abs(Correlation.pearson(values, health).coefficient()) > LEAST_CORRELATION;
    }

    private static double[] chosen(double[] row, int[] sensors) {
        double[] chosen = new double[sensors.length];
        for (int s = 0; s < sensors.length; s++) {
            chosen[s] = row[sensors[s]];
        }
        return chosen;
    }

    public FleetSchema schema() {
        return schema;
    }

    ConditionScale scale() {
        return scale;
    }

    /** Returns the positions of the sensors that move with life. */
    int[] chosen() {
        return sensors.clone();
    }

    HealthIndex index() {
        return index;
    }

    /** Returns the names of the sensors that move with life, in the order of {@link #scaled}. */
    public List<String> sensors() {
        return IntStream.of(sensors).mapToObj(schema.sensors()::get).toList();
    }

    /** Returns the number of conditions that were found. */
    public int conditions() {
        return scale.conditions().count();
    }

    /** Returns the sensors that move with life, each scaled within its operating condition. Shape: [row, sensor]. */
    public double[][] scaled(RunToFailure run) {
        requireSchema(run);
        double[][] scaled = scale.scaled(run);
        for (int row = 0; row < scaled.length; row++) {
            scaled[row] = chosen(scaled[row], sensors);
        }
        return scaled;
    }

    /** Returns the health index along a run, about 1 when it is new and 0 at its failure. Shape: [row]. */
    public double[] health(RunToFailure run) {
        return index.along(scaled(run));
    }

    /** Returns the names of the features. */
    public List<String> names() {
        List<String> names = new ArrayList<>(List.of("age"));
        sensors().forEach(sensor -> OF_SENSORS.forEach(summary -> names.add(sensor + " " + summary.name())));
        OF_INDEX.forEach(summary -> names.add("health " + summary.name()));
        return names;
    }

    /** Returns the names of the {@linkplain #brief few features}. */
    public List<String> briefNames() {
        List<String> names = new ArrayList<>(List.of("age"));
        OF_INDEX.forEach(summary -> names.add("health " + summary.name()));
        return names;
    }

    /** Returns a run that no unit had, of readings that are usual: to try out what was learned. */
    public RunToFailure madeUpRun(int rows) {
        return RunToFailure.madeUp(
                schema,
                IntStream.range(0, rows)
                        .mapToObj(row -> scale.madeUpRow(row, schema.settings().size()))
                        .toArray(double[][]::new));
    }

    /** Returns the age and the summaries of the health index after each row of a run: few numbers that say most. */
    public double[][] brief(RunToFailure run) {
        return rows(List.of(), scaled(run), run);
    }

    /** Returns the features after each row of a run. Shape: [row, feature]. */
    public double[][] along(RunToFailure run) {
        return rows(OF_SENSORS, scaled(run), run);
    }

    private double[][] rows(List<Summary> ofSensors, double[][] scaled, RunToFailure run) {
        List<double[]> columns = new ArrayList<>();
        columns.add(IntStream.range(0, scaled.length).mapToDouble(run::age).toArray());
        for (int s = 0; s < sensors.length; s++) {
            int sensor = s;
            double[] series =
                    Arrays.stream(scaled).mapToDouble(row -> row[sensor]).toArray();
            ofSensors.forEach(summary -> columns.add(summary.of().apply(series)));
        }
        double[] health = index.along(scaled);
        OF_INDEX.forEach(summary -> columns.add(summary.of().apply(health)));
        double[][] rows = new double[scaled.length][columns.size()];
        for (int c = 0; c < columns.size(); c++) {
            double[] column = columns.get(c);
            for (int row = 0; row < rows.length; row++) {
                rows[row][c] = column[row];
            }
        }
        return rows;
    }

    private void requireSchema(RunToFailure run) {
        if (!run.schema().equals(schema)) {
            throw new IllegalArgumentException(
                    "unit " + run.unit() + " has the schema " + run.schema() + ": expected " + schema);
        }
    }
}
