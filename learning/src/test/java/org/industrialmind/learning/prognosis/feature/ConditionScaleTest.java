package org.industrialmind.learning.prognosis.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.industrialmind.learning.prognosis.Ending;
import org.industrialmind.learning.prognosis.Fleet;
import org.industrialmind.learning.prognosis.FleetSchema;
import org.industrialmind.learning.prognosis.LifeQuestion;
import org.industrialmind.learning.prognosis.RunToFailure;
import org.industrialmind.learning.prognosis.WearingPumps;
import org.junit.jupiter.api.Test;

class ConditionScaleTest {
    private static final Fleet PUMPS = WearingPumps.worn(20, 3);

    @Test
    void two_speeds_are_two_conditions() {
        assertThat(OperatingConditions.of(PUMPS, 1).count()).isEqualTo(2);
    }

    /** A load that rises from 0 to 199 and is read but for two rows. */
    private static Fleet rising() {
        FleetSchema schema = new FleetSchema("free", List.of("load"), List.of("sensor"), "h");
        double[][] rows = new double[200][];
        double[] ages = new double[200];
        for (int i = 0; i < 200; i++) {
            rows[i] = new double[] {i == 0 || i == 150 ? Double.NaN : i, 0};
            ages[i] = i;
        }
        return Fleet.of(List.of(RunToFailure.of(schema, "a", ages, rows, new Ending.Failed(200))));
    }

    @Test
    void a_free_setting_is_cut_into_stretches() {
        Fleet fleet = rising();
        OperatingConditions conditions = OperatingConditions.of(fleet, 1);
        RunToFailure run = fleet.runs().getFirst();
        assertThat(conditions.count()).isGreaterThan(1);
        int[] along = IntStream.range(0, 200)
                .filter(row -> row != 0 && row != 150)
                .map(row -> conditions.of(run, row).orElseThrow())
                .toArray();
        assertThat(along).isSorted().startsWith(0).endsWith(conditions.count() - 1);
    }

    @Test
    void a_row_whose_setting_was_not_read_is_of_no_known_condition() {
        Fleet fleet = rising();
        OperatingConditions conditions = OperatingConditions.of(fleet, 1);
        RunToFailure run = fleet.runs().getFirst();
        assertThat(conditions.of(run, 0)).isEmpty();
        assertThat(conditions.of(run, 150)).isEmpty();
    }

    /** The speed changes from row to row, and moves a sensor a hundred times as far as anything within a speed does. */
    @Test
    void sensors_of_a_row_whose_setting_was_not_read_are_missing() {
        Fleet holes = Fleet.of(
                PUMPS.runs().stream().map(run -> without(0, run, false)).toList());
        Fleet gone =
                Fleet.of(PUMPS.runs().stream().map(run -> without(0, run, true)).toList());
        OperatingConditions conditions = OperatingConditions.of(PUMPS, 1);
        ConditionScale scale = ConditionScale.of(holes, conditions);
        ConditionScale expected = ConditionScale.of(gone, conditions);
        assertThat(scale.means()).isEqualTo(expected.means());
        assertThat(scale.deviations()).isEqualTo(expected.deviations());
        RunToFailure run = holes.runs().getFirst();
        double[][] scaled = scale.scaled(run);
        for (int row = 0; row < run.rows(); row++) {
            assertThat(scaled[row]).hasSize(3);
            if (row % 7 == 0) {
                assertThat(scaled[row]).containsOnly(0);
            }
        }
        assertThat(scaled).isDeepEqualTo(expected.scaled(gone.runs().getFirst()));
    }

    /** Returns a run of which a setting was not read in every seventh row, nor a sensor if so said. */
    private static RunToFailure without(int setting, RunToFailure run, boolean sensorsToo) {
        double[] ages = new double[run.rows()];
        double[][] readings = new double[run.rows()][run.schema().channels()];
        for (int row = 0; row < ages.length; row++) {
            ages[row] = run.age(row);
            for (int c = 0; c < readings[row].length; c++) {
                boolean missing = row % 7 == 0 && (c == setting || sensorsToo);
                readings[row][c] = missing ? Double.NaN : run.reading(row, c);
            }
        }
        return RunToFailure.of(run.schema(), run.unit(), ages, readings, run.ending());
    }

    /** A fleet of so many rows that only every second is looked at. */
    @Test
    void settings_that_are_written_down_in_every_other_row_tell_conditions_apart() {
        FleetSchema schema = new FleetSchema("slow", List.of("speed"), List.of("sensor"), "h");
        double[] ages = IntStream.range(0, 6000).asDoubleStream().toArray();
        double[][] rows = IntStream.range(0, 6000)
                .mapToObj(row -> new double[] {row % 2 == 0 ? Double.NaN : row % 4 == 1 ? 1450 : 2900, row % 5})
                .toArray(double[][]::new);
        Fleet fleet = Fleet.of(List.of(RunToFailure.of(schema, "a", ages, rows, new Ending.Failed(6000))));
        assertThat(OperatingConditions.of(fleet, 1).count()).isEqualTo(2);
    }

    @Test
    void a_column_is_scaled_by_the_readings_that_are_there() {
        ColumnScale scale = ColumnScale.of(new double[][] {{1, Double.NaN}, {Double.NaN, 4}, {3, 4}});
        assertThat(scale.means()).containsExactly(2, 4);
        assertThat(scale.deviations()).containsExactly(1, 0);
        assertThat(scale.scaled(4, 0)).isEqualTo(2);
    }

    @Test
    void a_fleet_without_settings_runs_under_one_condition() {
        FleetSchema schema = new FleetSchema("bare", List.of(), List.of("sensor"), "h");
        RunToFailure run =
                RunToFailure.of(schema, "a", new double[] {1, 2}, new double[][] {{0}, {1}}, new Ending.Failed(2));
        OperatingConditions conditions = OperatingConditions.of(Fleet.of(List.of(run)), 1);
        assertThat(conditions.count()).isEqualTo(1);
        assertThat(conditions.of(run, 1)).hasValue(0);
    }

    @Test
    void a_setting_that_never_moves_is_one_condition_also_where_it_was_not_read() {
        FleetSchema schema = new FleetSchema("still", List.of("speed"), List.of("sensor"), "h");
        double[][] rows = IntStream.range(0, 50)
                .mapToObj(row -> new double[] {row == 7 ? Double.NaN : 1450, row})
                .toArray(double[][]::new);
        double[] ages = IntStream.range(0, 50).asDoubleStream().toArray();
        RunToFailure run = RunToFailure.of(schema, "a", ages, rows, new Ending.Failed(50));
        OperatingConditions conditions = OperatingConditions.of(Fleet.of(List.of(run)), 1);
        assertThat(conditions.count()).isEqualTo(1);
        assertThat(conditions.of(run, 7)).hasValue(0);
    }

    @Test
    void a_new_pump_reads_alike_at_both_speeds() {
        ConditionScale scale = ConditionScale.of(PUMPS, OperatingConditions.of(PUMPS, 1));
        RunToFailure run = PUMPS.runs().getFirst();
        double[][] scaled = scale.scaled(run);
        for (int row = 0; row < 20; row++) { // wear is below a hundredth: flow differs by speed only, by 145 to 290
            assertThat(scaled[row][1]).isBetween(-2.0, 2.5);
        }
    }

    @Test
    void features_kept_in_a_file_are_those_that_were_learned() {
        LifeQuestion question = LifeQuestion.within(40);
        LifeFeatures learned = LifeFeatures.of(PUMPS, question, 1);
        LifeFeatures read = LifeFeaturesFormat.read(WearingPumps.SCHEMA, LifeFeaturesFormat.write(learned));
        RunToFailure run = PUMPS.runs().getLast();
        assertThat(read.along(run)).isDeepEqualTo(learned.along(run));
        assertThat(learned.sensors()).doesNotContain("room temperature"); // it does not move with life
    }

    @Test
    void the_health_index_falls_from_about_one_to_about_nought() {
        LifeFeatures features = LifeFeatures.of(PUMPS, LifeQuestion.within(20), 1);
        double[] health = features.health(PUMPS.runs().getFirst());
        assertThat(health[0]).isCloseTo(1, within(0.35));
        assertThat(health[health.length - 1]).isLessThan(0.35);
    }
}
