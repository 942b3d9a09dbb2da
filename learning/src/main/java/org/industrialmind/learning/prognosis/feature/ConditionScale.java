package org.industrialmind.learning.prognosis.feature;

import java.util.Arrays;
import java.util.OptionalInt;
import org.industrialmind.learning.prognosis.Fleet;
import org.industrialmind.learning.prognosis.RunToFailure;

/**
 * Each sensor's mean and spread in each operating condition, learned from training runs only.
 *
 * <p>What comes out is a reading's distance from what is usual in its condition, in standard deviations. A sensor that does
 * not move within a condition says nothing there and gives 0, and so does a missing reading, or one of a row whose condition is
 * unknown.
 */
public final class ConditionScale {
    private static final double STILL = 1e-7; // of the mean: below it, what moves is rounding

    private final OperatingConditions conditions;
    private final int sensors;
    private final double[] means; // [condition][sensor]
    private final double[] deviations;

    private ConditionScale(OperatingConditions conditions, int sensors, double[] means, double[] deviations) {
        this.conditions = conditions;
        this.sensors = sensors;
        this.means = means;
        this.deviations = deviations;
    }

    /** Learns the scale of a fleet. */
    public static ConditionScale of(Fleet fleet, OperatingConditions conditions) {
        int sensors = fleet.schema().sensors().size();
        int cells = conditions.count() * sensors;
        double[] counts = new double[cells];
        double[] means = new double[cells];
        double[] squares = new double[cells];
        for (RunToFailure run : fleet.runs()) {
            for (int row = 0; row < run.rows(); row++) {
                OptionalInt condition = conditions.of(run, row);
                if (condition.isEmpty()) {
                    continue;
                }
                int first = condition.getAsInt() * sensors;
                for (int s = 0; s < sensors; s++) {
                    double value = run.sensor(row, s);
                    if (Double.isFinite(value)) { // Welford 1962: one pass, no cancellation
                        int cell = first + s;
                        double before = value - means[cell];
                        means[cell] += before / ++counts[cell];
                        squares[cell] += before * (value - means[cell]);
                    }
                }
            }
        }
        double[] deviations = new double[cells];
        for (int cell = 0; cell < cells; cell++) {
            double deviation = counts[cell] < 2 ? 0 : Math.sqrt(squares[cell] / (counts[cell] - 1));
            deviations[cell] = deviation > STILL * Math.abs(means[cell]) ? deviation : 0;
        }
        return new ConditionScale(conditions, sensors, means, deviations);
    }

    /** Takes a scale as it was kept. Shape: [condition, sensor], row after row. */
    static ConditionScale of(OperatingConditions conditions, int sensors, double[] means, double[] deviations) {
        return new ConditionScale(conditions, sensors, means, deviations);
    }

    double[] means() {
        return means.clone();
    }

    double[] deviations() {
        return deviations.clone();
    }

    /** Returns readings that are usual, the settings first: each condition in turn, and each sensor near its mean. */
    double[] madeUpRow(int row, int settings) {
        int condition = row % conditions.count();
        double[] readings = Arrays.copyOf(conditions.settings(condition), settings + sensors);
        for (int s = 0; s < sensors; s++) {
            int cell = condition * sensors + s;
            readings[settings + s] = means[cell] + deviations[cell] * Math.sin(row + s);
        }
        return readings;
    }

    public OperatingConditions conditions() {
        return conditions;
    }

    /** Returns the scaled sensors of all rows of a run. Shape: [row, sensor]. */
    public double[][] scaled(RunToFailure run) {
        double[][] scaled = new double[run.rows()][sensors];
        for (int row = 0; row < scaled.length; row++) {
            int at = row;
            conditions.of(run, row).ifPresent(condition -> scale(run, at, condition, scaled[at]));
        }
        return scaled;
    }

    private void scale(RunToFailure run, int row, int condition, double[] into) {
        int first = condition * sensors;
        for (int s = 0; s < sensors; s++) {
            double deviation = deviations[first + s];
            double away = (run.sensor(row, s) - means[first + s]) / deviation;
            into[s] = deviation > 0 && Double.isFinite(away) ? away : 0;
        }
    }
}
