package org.industrialmind.app.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.industrialmind.signal.Channel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSetTest {
    @TempDir
    private Path folder;

    @Test
    void reads_whatever_folders_of_skab_are_there_in_order_of_number() throws IOException {
        RigFiles.experiment(folder.resolve("valve1/10.csv"), 1);
        RigFiles.experiment(folder.resolve("valve1/2.csv"), 2);
        RigFiles.sound(folder.resolve("anomaly-free/anomaly-free.csv"), 3);

        List<Recording> recordings = DataSet.SKAB.read(folder, Set.of());

        assertThat(recordings)
                .extracting(Recording::name)
                .containsExactly("anomaly-free/anomaly-free.csv", "valve1/2.csv", "valve1/10.csv");
        assertThat(recordings)
                .extracting(recording -> recording.id().value())
                .containsExactly("skab/anomaly-free-anomaly-free", "skab/valve1-2", "skab/valve1-10");
        assertThat(recordings).extracting(Recording::judged).containsExactly(false, true, true);
        assertThat(recordings).extracting(Recording::labelled).containsExactly(false, true, true);
        assertThat(recordings).extracting(Recording::rows).containsOnly(RigFiles.ROWS);
    }

    @Test
    void leaves_channels_out_and_keeps_the_values_of_the_others() throws IOException {
        RigFiles.experiment(folder.resolve("a.csv"), 1);
        Recording whole = DataSet.CSV.read(folder, Set.of()).getFirst();
        Recording part = DataSet.CSV.read(folder, Set.of("thermocouple")).getFirst();

        assertThat(part.schema().channels())
                .extracting(Channel::name)
                .containsExactly("current", "pressure", "volume_flow_rate_rms");
        assertThat(part.values(7, 8)[0][2]).isEqualTo(whole.values(7, 8)[0][3]);
        assertThat(part.frames(7, 8, 1).getFirst().value(0, 2)).isEqualTo(whole.values(7, 8)[0][3]);
    }

    @Test
    void says_which_folder_is_missing() {
        assertThatThrownBy(() -> DataSet.SKAB.read(folder.resolve("nowhere"), Set.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("there is no folder", "nowhere", "--from DIR");
    }

    @Test
    void says_where_it_looked_for_files_in_vain() {
        assertThatThrownBy(() -> DataSet.SKAB.read(folder, Set.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("no .csv file", "valve1", "anomaly-free");
    }

    @Test
    void the_fingerprint_knows_the_content_and_not_the_names() throws IOException {
        Path one = Files.writeString(folder.resolve("one"), "1");
        Path two = Files.writeString(folder.resolve("two"), "2");
        Path same = Files.writeString(folder.resolve("same"), "1");

        assertThat(Fingerprint.of(List.of(one, two)))
                .isEqualTo(Fingerprint.of(List.of(two, same)))
                .isNotEqualTo(Fingerprint.of(List.of(one, same)))
                .hasSize(64);
    }
}
