package org.industrialmind.learning.prognosis.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.industrialmind.learning.prognosis.Ending;
import org.industrialmind.learning.prognosis.Fleet;
import org.industrialmind.learning.prognosis.FleetSchema;
import org.industrialmind.learning.prognosis.RunToFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunTableTest {
    private static final String RUNS = """
        unit,age,speed,vibration,failed,mode
        a,1,1450,0.1,,
        b,5,2900,0.2,0,
        a,2,1450,,1,bearing
        b,9,2900,0.4,0,
        c,3,1450,0.9,1,
        """;

    @TempDir
    private Path folder;

    private RunTable read(String csv) throws IOException {
        return RunTable.read(Files.writeString(folder.resolve("runs.csv"), csv));
    }

    @Test
    void rows_of_a_unit_are_its_run_and_the_last_says_how_it_ended() throws IOException {
        RunTable table = read(RUNS);
        FleetSchema schema = table.schema("pump", List.of("speed"), List.of(), "h");
        assertThat(schema).isEqualTo(new FleetSchema("pump", List.of("speed"), List.of("vibration"), "h"));
        Fleet fleet = table.fleet(schema);
        assertThat(fleet.runs().stream().map(RunToFailure::unit)).containsExactly("a", "b", "c");
        RunToFailure a = fleet.runs().getFirst();
        assertThat(a.rows()).isEqualTo(2);
        assertThat(a.age(1)).isEqualTo(2);
        assertThat(a.setting(0, 0)).isEqualTo(1450);
        assertThat(a.sensor(0, 0)).isEqualTo(0.1);
        assertThat(a.sensor(1, 0)).isNaN();
        assertThat(a.mode()).contains("bearing");
        assertThat(fleet.runs().get(1).ending()).isEqualTo(new Ending.StillRunning(9));
        assertThat(fleet.runs().get(2).ending()).isEqualTo(new Ending.Failed(3));
    }

    @Test
    void without_a_column_for_it_every_unit_failed_and_times_are_hours_since_its_first_row() throws IOException {
        RunTable table = read("""
            time,unit,heat
            2026-11-01T00:00:00Z,a,20
            2026-11-01T00:00:00Z,b,21
            2026-11-02T06:30:00Z,a,30
            """);
        assertThat(table.lifeUnit()).contains("hour");
        Fleet fleet = table.fleet(table.schema("oven", List.of(), List.of(), "hour"));
        assertThat(fleet.runs().getFirst().ending()).isEqualTo(new Ending.Failed(30.5));
    }

    @ParameterizedTest
    @CsvSource({"1.0, 0.0", "true, false", "True, False"})
    void a_flag_may_be_written_as_a_fraction_or_a_word(String yes, String no) throws IOException {
        RunTable table = read("""
            unit,age,speed,heat,failed
            a,1,1450,20,NO
            a,2,1450,30,YES
            b,1,1450,20,NO
            b,2,1450,21,NO
            """.replace("YES", yes).replace("NO", no));
        Fleet fleet = table.fleet(table.schema("pump", List.of("speed"), List.of(), "h"));
        assertThat(fleet.runs().stream().map(RunToFailure::failed)).containsExactly(true, false);
    }

    @Test
    void units_to_ask_about_still_run_and_may_have_columns_that_nobody_knows() throws IOException {
        FleetSchema schema = new FleetSchema("pump", List.of(), List.of("vibration"), "h");
        List<RunToFailure> asked =
                read(RUNS.replace("speed", "remark").replace("1450", "loud")).stillRunning(schema);
        assertThat(asked).hasSize(3).noneMatch(RunToFailure::failed);
        assertThat(asked.getFirst().ending()).isEqualTo(new Ending.StillRunning(2));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        unit,  | pump,   | expected 'unit'
        ,age,  | ,hours, | and 'age' (a number) or 'time'
        b,5    | ,5      | row 2 names no unit
        a,2    | a,      | row 3 of unit a has no age
        a,2    | a,1     | row 1 of unit a has the age 1.0: expected ages from 0 that rise
        c,3    | c,-3    | has the age -3.0
        0.9,1  | 0.9,    | the last row of unit c, row 5, has in 'failed' nothing: expected 1
        0.9,1  | 0.9,yes | has in 'failed' 'yes'
        0.2,0  | 0.2,1   | a row before the last of unit b, row 2, has in 'failed' '1': expected 1 where the unit failed at its last row
        0.2,0  | 0.2,no  | a row before the last of unit b, row 2, has in 'failed' 'no'
        1450   | slow    | column 'speed' is categorical: expected it to be numeric
        """)
    void what_is_no_table_of_runs_is_told_by_row_and_column(String good, String wrong, String detail)
            throws IOException {
        assertThat(RUNS).contains(good);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> {
                    RunTable table = read(RUNS.replace(good, wrong));
                    table.fleet(table.schema("pump", List.of("speed"), List.of(), "h"));
                })
                .withMessageContaining(detail);
    }

    @Test
    void a_table_without_rows_or_sensors_is_refused() throws IOException {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("unit,age,heat\n"))
                .withMessageContaining("has no row");
        RunTable ages = read("unit,age\na,1\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ages.schema("x", List.of(), List.of(), "h"))
                .withMessageContaining("0 sensors");
    }
}
