package org.industrialmind.learning.vibration.publicdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.industrialmind.learning.vibration.Waveform;
import org.industrialmind.learning.vibration.health.HealthIndex;
import org.industrialmind.learning.vibration.health.IndexQuality;
import org.industrialmind.learning.vibration.health.SnapshotTable;
import org.industrialmind.learning.vibration.publicdata.FemtoFiles.BearingLife;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FemtoFilesTest {
    private static final String HEADING = "bearing,operating_condition,snapshots_to_failure,snapshots_kept,,\n";

    private static String row(int snapshot, String axis, double amplitude) {
        StringJoiner row = new StringJoiner(",").add(Integer.toString(snapshot)).add(axis);
        for (int t = 0; t < 2560; t++) {
            row.add(Double.toString(amplitude * Math.sin(2 * Math.PI * 1000 * t / FemtoFiles.RATE)));
        }
        return row + "\n";
    }

    @Test
    void a_snapshot_with_one_direction_only_is_left_out(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("index.csv"), HEADING + "B1,2,31,3,,\n");
        CaseWesternTest.packed(
                folder.resolve("B1.csv.gz"),
                "snapshot,axis,x0\n" + row(1, "h", 1) + row(1, "v", 2) + row(11, "h", 1) + row(31, "v", 2)
                        + row(31, "h", 3));
        BearingLife life = FemtoFiles.read(folder).getFirst();
        SnapshotTable snapshots = life.snapshots();
        assertThat(life.failedAt()).isEqualTo(310);
        assertThat(life.condition().speed()).isEqualTo(27.5);
        assertThat(snapshots.seconds()).containsExactly(0.0, 300.0);
        int rms = snapshots.features().indexOf("horizontal_rms");
        assertThat(Math.exp(snapshots.rows().get(1, rms)))
                .isCloseTo(3 * Waveform.STANDARD_GRAVITY / Math.sqrt(2), within(1e-9));
        int octave = snapshots.features().indexOf("vertical_octave_4"); // 800 to 1600 Hz
        assertThat(Math.exp(snapshots.rows().get(0, octave)))
                .isCloseTo(2 * Waveform.STANDARD_GRAVITY / Math.sqrt(2), within(1e-6));
    }

    @Test
    void says_which_line_is_wrong(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("index.csv"), HEADING + "B1,4,31,3,,\n");
        assertThatThrownBy(() -> FemtoFiles.read(folder)).hasMessageContaining("condition from 1 to 3");
        Files.writeString(folder.resolve("index.csv"), HEADING + "B1,2,31,3,,\n");
        assertThatThrownBy(() -> FemtoFiles.read(folder)).hasMessageContaining("B1.csv.gz");
        CaseWesternTest.packed(folder.resolve("B1.csv.gz"), "snapshot,axis,x0\n1,z,0.1,0.2\n");
        assertThatThrownBy(() -> FemtoFiles.read(folder))
                .hasMessageContaining("line 2")
                .hasMessageContaining("axis h or v");
    }

    @Test
    void a_real_bearing_has_the_life_that_the_challenge_states(@TempDir Path some) throws IOException {
        Path folder = RealData.folder("femto_bearing");
        Files.writeString(some.resolve("index.csv"), HEADING + "Bearing3_1,3,515,53,,\n"); // the smallest
        Files.copy(folder.resolve("Bearing3_1.csv.gz"), some.resolve("Bearing3_1.csv.gz"));
        BearingLife life = FemtoFiles.read(some).getFirst();
        assertThat(life.failedAt()).isEqualTo(5150);
        assertThat(life.snapshots().size()).isEqualTo(53);
        assertThat(life.snapshots().seconds().getLast()).isEqualTo(5140);
    }

    /** Each bearing is judged by weights that the five others have given; nothing is chosen on these figures. */
    @Test
    void the_health_index_of_others_suits_a_bearing_better_than_the_level_of_vibration() throws IOException {
        List<SnapshotTable> lives = FemtoFiles.read(RealData.folder("femto_bearing")).stream()
                .map(BearingLife::snapshots)
                .toList();
        List<double[]> learned = new ArrayList<>();
        List<double[]> level = new ArrayList<>();
        HealthIndex rms = HealthIndex.ofOne("horizontal_rms", FemtoFiles.features(), HealthIndex.Settings.defaults());
        for (SnapshotTable life : lives) {
            List<SnapshotTable> others = lives.stream()
                    .filter(other -> !other.machine().equals(life.machine()))
                    .toList();
            learned.add(
                    HealthIndex.learn(others, HealthIndex.Settings.defaults()).of(life));
            level.add(rms.of(life));
        }
        IndexQuality index = IndexQuality.of(learned);
        IndexQuality baseline = IndexQuality.of(level);
        assertThat(index.trendability()).isGreaterThan(0.6).isGreaterThan(baseline.trendability() + 0.3);
        assertThat(index.prognosability()).isGreaterThan(0.7).isGreaterThan(baseline.prognosability() + 0.1);
        assertThat(index.monotonicity()).isGreaterThan(baseline.monotonicity());
    }
}
