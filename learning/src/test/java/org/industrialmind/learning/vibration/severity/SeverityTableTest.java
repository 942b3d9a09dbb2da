package org.industrialmind.learning.vibration.severity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Channel;
import org.industrialmind.signal.Channel.Role;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.Installation;
import org.industrialmind.signal.Installation.Support;
import org.industrialmind.signal.PlantPath;
import org.industrialmind.signal.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeverityTableTest {
    private static final String HEADING = "machine,above_kw,up_to_kw,support,ab_mm_s,bc_mm_s,cd_mm_s,standard\n";

    private static Asset unsaid(String kind) {
        return new Asset(new AssetId("X-1"), "X", new EquipmentClass(kind), new PlantPath("a", "b", "c"), 3);
    }

    private static Asset machine(String kind, double kilowatts, Support support) {
        return unsaid(kind).installed(new Installation(kilowatts, support));
    }

    private static Optional<ZoneLimits> limits(Asset asset) {
        return SeverityTable.defaults().find(asset).map(SeverityTable.Row::limits);
    }

    @Test
    void a_mid_size_motor_on_a_rigid_base_has_the_limits_of_group_two() {
        ZoneLimits limits =
                limits(machine("induction-motor", 110, Support.RIGID)).orElseThrow();
        assertThat(limits).isEqualTo(new ZoneLimits(1.4, 2.8, 4.5));
        assertThat(limits.zone(0)).isEqualTo(Zone.A);
        assertThat(limits.zone(1.4)).isEqualTo(Zone.A);
        assertThat(limits.zone(1.41)).isEqualTo(Zone.B);
        assertThat(limits.zone(2.81)).isEqualTo(Zone.C);
        assertThat(limits.zone(4.51)).isEqualTo(Zone.D);
        assertThatThrownBy(() -> limits.zone(-1)).hasMessageContaining("0 or more");
    }

    @Test
    void three_hundred_kilowatts_still_belong_to_group_two() {
        assertThat(limits(machine("fan", 300, Support.RIGID))).contains(new ZoneLimits(1.4, 2.8, 4.5));
        assertThat(limits(machine("induction-motor", 300, Support.FLEXIBLE))).contains(new ZoneLimits(2.3, 4.5, 7.1));
        assertThat(limits(machine("fan", 301, Support.FLEXIBLE))).contains(new ZoneLimits(3.5, 7.1, 11));
    }

    @Test
    void a_pump_has_the_limits_of_its_own_standard_however_it_stands() {
        for (Support support : Support.values()) {
            SeverityTable.Row row = SeverityTable.defaults()
                    .find(machine("centrifugal-pump", 22, support))
                    .orElseThrow();
            assertThat(row.limits()).isEqualTo(new ZoneLimits(2.5, 4, 6.5));
            assertThat(row.standard()).isEqualTo("ISO 10816-7 category I");
        }
    }

    @Test
    void a_row_for_any_power_and_support_needs_nothing_said_of_the_machine() {
        ZoneLimits agreed = new ZoneLimits(2.8, 4.5, 7.1);
        SeverityTable.Row any =
                new SeverityTable.Row("X-1", 0, Double.POSITIVE_INFINITY, Optional.empty(), agreed, "agreed");
        SeverityTable.Row rigid =
                new SeverityTable.Row("X-1", 0, Double.POSITIVE_INFINITY, Optional.of(Support.RIGID), agreed, "agreed");
        assertThat(new SeverityTable(List.of(any)).find(unsaid("mixer"))).contains(any);
        assertThat(new SeverityTable(List.of(rigid)).find(unsaid("mixer"))).isEmpty();
    }

    @Test
    void nothing_is_claimed_of_a_machine_that_is_unknown_unsaid_or_too_small() {
        assertThat(limits(unsaid("fan"))).isEmpty();
        assertThat(limits(machine("fan", 15, Support.RIGID))).isEmpty();
        assertThat(limits(machine("fan", 37, Support.FLEXIBLE)))
                .as("left out by the scope of ISO 20816-3")
                .isEmpty();
        assertThat(limits(machine("piston-compressor", 110, Support.RIGID))).isEmpty();
    }

    @Test
    void velocities_of_the_machine_are_judged_and_nothing_else() {
        assertThat(SeverityTable.judges(new Channel("v", "Velocity", new Unit("mm/s"), Role.CONDITION)))
                .isTrue();
        assertThat(SeverityTable.judges(new Channel("v", "Belt", new Unit("mm/s"), Role.PROCESS)))
                .isFalse();
        assertThat(SeverityTable.judges(new Channel("a", "Acceleration", new Unit("[g]"), Role.CONDITION)))
                .isFalse();
    }

    @Test
    void a_plant_finds_the_table_in_its_folder_and_edits_it(@TempDir Path folder) throws IOException {
        Path table = folder.resolve("plant").resolve("zones.csv");
        assertThat(SeverityTable.readOrBegin(table)).isEqualTo(SeverityTable.defaults());
        Asset fan = machine("fan", 7.5, Support.RIGID);
        assertThat(SeverityTable.readOrBegin(table).find(fan)).isEmpty();

        Files.writeString(
                table, HEADING + "X-1,0,Infinity,any,0.5,1,2,agreed with its maker\nfan,0,15,rigid,1,2,3,house\n");
        SeverityTable edited = SeverityTable.readOrBegin(table);
        assertThat(edited.find(fan).orElseThrow().standard())
                .as("a machine's own row, before that of its class")
                .isEqualTo("agreed with its maker");
    }

    @Test
    void a_table_of_another_form_is_refused(@TempDir Path folder) throws IOException {
        Path table = folder.resolve("zones.csv");
        Files.writeString(table, "kw,limit\n");
        assertThatThrownBy(() -> SeverityTable.readOrBegin(table)).hasMessageContaining("expected the heading");
        for (String row : new String[] {
            "fan,0,15,rigid,0.7,1.8,4.5",
            "fan,0,15,stiff,1,2,3,house",
            "fan,0,15,rigid,3,2,1,house",
            "fan,15,0,rigid,1,2,3,house",
            "fan,0,many,rigid,1,2,3,house",
            "fan,0,15,rigid,1,2,3, "
        }) {
            Files.writeString(table, HEADING + row + "\n");
            assertThatThrownBy(() -> SeverityTable.readOrBegin(table))
                    .hasMessageContaining("line 2")
                    .hasMessageContaining(row)
                    .hasMessageContaining("expected");
        }
    }

    @Test
    void a_table_that_a_spreadsheet_has_saved_is_read_as_it_was_meant(@TempDir Path folder) throws IOException {
        Path table = folder.resolve("zones.csv");
        Files.writeString(
                table,
                "\uFEFF" + HEADING.replace("\n", "\r\n")
                        + "fan,0,15,rigid,1,2,3,\"agreed with its maker, in 2024\"\r\n,,,,,,,\r\n\r\n");
        SeverityTable read = SeverityTable.readOrBegin(table);
        assertThat(read.rows()).singleElement().satisfies(row -> {
            assertThat(row.standard()).isEqualTo("agreed with its maker, in 2024");
            assertThat(row.limits()).isEqualTo(new ZoneLimits(1, 2, 3));
        });
    }

    @Test
    void a_wrong_row_is_named_by_its_line_though_lines_before_it_are_empty(@TempDir Path folder) throws IOException {
        Path table = folder.resolve("zones.csv");
        Files.writeString(table, HEADING + "\nfan,0,15,rigid,1,2,3,house\n\nfan,15,0,rigid,1,2,3,house\n");
        assertThatThrownBy(() -> SeverityTable.readOrBegin(table))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 5")
                .hasMessageContaining("rising range");
        Files.writeString(table, HEADING + "fan,0,15,rigid,1,2,3,\"house\n");
        assertThatThrownBy(() -> SeverityTable.readOrBegin(table))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(table.toString())
                .hasMessageContaining("expected each quote to be closed");
    }

    @Test
    void who_starts_at_the_same_time_finds_the_whole_table_too(@TempDir Path folder) {
        for (int round = 0; round < 20; round++) {
            Path plant = folder.resolve("plant-" + round);
            Path table = plant.resolve("zones.csv");
            assertThat(IntStream.range(0, 8).parallel().mapToObj(start -> readOrBegin(table)))
                    .allMatch(SeverityTable.defaults()::equals);
            assertThat(plant.toFile().list()).containsExactly("zones.csv");
        }
    }

    private static SeverityTable readOrBegin(Path table) {
        try {
            return SeverityTable.readOrBegin(table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
