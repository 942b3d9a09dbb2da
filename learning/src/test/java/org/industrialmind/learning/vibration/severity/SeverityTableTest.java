package org.industrialmind.learning.vibration.severity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeverityTableTest {
    private static final String HEADING = "above_kw,up_to_kw,support,ab_mm_s,bc_mm_s,cd_mm_s\n";

    @Test
    void a_mid_size_pump_on_a_rigid_base_has_the_limits_of_group_two() {
        ZoneLimits limits = SeverityTable.defaults().limits(110, Support.RIGID);
        assertThat(limits).isEqualTo(new ZoneLimits(1.4, 2.8, 4.5));
        assertThat(limits.zone(0)).isEqualTo(Zone.A);
        assertThat(limits.zone(1.4)).isEqualTo(Zone.A);
        assertThat(limits.zone(1.41)).isEqualTo(Zone.B);
        assertThat(limits.zone(2.81)).isEqualTo(Zone.C);
        assertThat(limits.zone(4.51)).isEqualTo(Zone.D);
    }

    @Test
    void three_hundred_kilowatts_still_belong_to_group_two() {
        SeverityTable table = SeverityTable.defaults();
        assertThat(table.limits(300, Support.FLEXIBLE)).isEqualTo(new ZoneLimits(2.3, 4.5, 7.1));
        assertThat(table.limits(301, Support.FLEXIBLE)).isEqualTo(new ZoneLimits(3.5, 7.1, 11));
        assertThatThrownBy(() -> table.limits(5, Support.RIGID)).hasMessageContaining("add a row");
    }

    @Test
    void a_change_counts_in_both_directions_and_in_every_zone() {
        ZoneLimits limits = new ZoneLimits(1.4, 2.8, 4.5); // a quarter of 2.8 is 0.7
        assertThat(limits.changed(0.5, 1.2)).isFalse();
        assertThat(limits.changed(0.5, 1.21)).isTrue();
        assertThat(limits.changed(2.0, 1.2)).isTrue();
        assertThatThrownBy(() -> limits.changed(0.5, Double.NaN)).hasMessageContaining("0 or more");
        assertThatThrownBy(() -> limits.zone(-1)).hasMessageContaining("0 or more");
    }

    @Test
    void a_plant_edits_the_table(@TempDir Path folder) throws IOException {
        Path table = folder.resolve("zones.csv");
        Files.writeString(table, HEADING + "0,15,RIGID,0.7,1.8,4.5\n");
        assertThat(SeverityTable.read(table).limits(7.5, Support.RIGID).bc()).isEqualTo(1.8);
    }

    @Test
    void a_table_of_another_form_is_refused(@TempDir Path folder) throws IOException {
        Path table = folder.resolve("zones.csv");
        Files.writeString(table, "kw,limit\n");
        assertThatThrownBy(() -> SeverityTable.read(table)).hasMessageContaining("expected the heading");
        for (String row :
                new String[] {"0,15,RIGID,0.7,1.8", "0,15,STIFF,1,2,3", "0,15,RIGID,3,2,1", "15,0,RIGID,1,2,3"}) {
            Files.writeString(table, HEADING + row + "\n");
            assertThatThrownBy(() -> SeverityTable.read(table))
                    .hasMessageContaining("line 2")
                    .hasMessageContaining(row);
        }
    }
}
