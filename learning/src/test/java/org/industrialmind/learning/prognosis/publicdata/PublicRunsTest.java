package org.industrialmind.learning.prognosis.publicdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.industrialmind.learning.format.MalformedFileException;
import org.industrialmind.learning.prognosis.Fleet;
import org.industrialmind.learning.prognosis.RunToFailure;
import org.industrialmind.learning.prognosis.evaluation.CutLaw;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicRunsTest {
    @TempDir
    private Path folder;

    private static Path data(String set) {
        String said = Optional.ofNullable(System.getProperty("INDUSTRIALMIND_DATA"))
                .or(() -> Optional.ofNullable(System.getenv("INDUSTRIALMIND_DATA")))
                .orElse("../../shared/data");
        Path path = Path.of(said).resolve(set);
        Assumptions.assumeTrue(
                Files.isDirectory(path),
                "SKIPPED: no " + set + " in " + said + "; say where the data are with -DINDUSTRIALMIND_DATA=DIR");
        return path;
    }

    private static String row(int unit, int cycle) {
        return unit + " " + cycle + " 0.1 0.2 100" + " 1.5".repeat(21) + "  \n";
    }

    @Test
    void a_training_engine_fails_at_its_last_row_and_a_test_engine_as_long_after_it_as_its_label_says()
            throws IOException {
        Files.writeString(folder.resolve("train_FD001.txt"), row(1, 1) + row(1, 2) + row(2, 1));
        Files.writeString(folder.resolve("test_FD001.txt"), row(1, 1) + row(1, 2));
        Files.writeString(folder.resolve("RUL_FD001.txt"), "112 \n");
        Fleet training = Cmapss.training(folder, "FD001");
        assertThat(training.runs()).extracting(RunToFailure::unit).containsExactly("FD001/1", "FD001/2");
        assertThat(training.runs().getFirst().lifeAfter(0)).isEqualTo(1);
        assertThat(training.runs().getFirst().setting(0, 2)).isEqualTo(100);
        assertThat(training.runs().getFirst().sensor(1, 20)).isEqualTo(1.5);
        assertThat(Cmapss.test(folder, "FD001").runs().getFirst().lifeAfter(1)).isEqualTo(112);
        assertThat(Cmapss.subsets(folder)).containsExactly("FD001");
    }

    @Test
    void says_which_line_of_which_file_is_not_as_it_should_be() throws IOException {
        Files.writeString(folder.resolve("train_FD002.txt"), row(1, 1) + "1 2 3\n");
        assertThatThrownBy(() -> Cmapss.training(folder, "FD002"))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageContaining("train_FD002.txt")
                .hasMessageContaining("line 2 has 3 columns: expected 26");
        assertThatThrownBy(() -> Cmapss.training(folder, "FD009")).hasMessageContaining("expected one of");
        assertThatThrownBy(() -> NasaBatteries.read(folder)).hasMessageContaining("B0005");
    }

    @Test
    void a_cell_that_never_falls_below_its_limit_still_runs() throws IOException {
        String names = "cycle_num,ambient_temperature,cycle_time_start,Capacity,Voltage_measured,Current_measured,"
                + "Temperature_measured,Current_load,Voltage_load,Time\n";
        String good = "1,24,2008-04-02 15:25:41,1.8,4.1,0,24,0,0,0\n1,24,2008-04-02 15:25:41,1.8,3.9,0,30,0,0,16\n";
        String worn = "2,24,2008-04-03 15:25:41,1.39,4.0,0,25,0,0,10\n";
        Files.writeString(folder.resolve("B0005_discharge.csv"), names + good + worn);
        Files.writeString(folder.resolve("B0006_discharge.csv"), names + good);
        Fleet cells = NasaBatteries.read(folder);
        assertThat(cells.runs().get(0).failed()).isTrue();
        assertThat(cells.runs().get(0).sensor(0, 1)).isCloseTo(4.0, within(1e-12)); // mean voltage
        assertThat(cells.runs().get(0).sensor(0, 2)).isEqualTo(30); // highest temperature
        assertThat(cells.runs().get(1).failed()).isFalse();
    }

    @Test
    void a_bearing_is_summed_up_by_level_peak_and_kurtosis_in_two_directions() throws IOException {
        Files.writeString(folder.resolve("index.csv"), "bearing,condition,snapshots\nBearing1_1,1,360,,,\n");
        Files.writeString(
                folder.resolve("Bearing1_1.csv"), "snapshot,axis,x0,x1,x2,x3\n1,h,1,-1,1,-1\n1,v,2,-2,2,-2\n");
        RunToFailure bearing = FemtoBearings.read(folder).runs().getFirst();
        assertThat(bearing.ending().age()).isCloseTo(1.0, within(1e-12)); // 360 snapshots of ten seconds, in hours
        assertThat(bearing.setting(0, 0)).isEqualTo(1800);
        assertThat(bearing.sensor(0, 0)).isCloseTo(0, within(1e-12)); // log of a level of 1
        assertThat(bearing.sensor(0, 3)).isCloseTo(Math.log(2), within(1e-12));
        assertThat(bearing.sensor(0, 2)).isCloseTo(0, within(1e-12)); // a square wave has the kurtosis 1
    }

    @Test
    void the_public_files_are_read_whole() throws IOException {
        Fleet training = Cmapss.training(data("cmapss"), "FD001");
        Fleet test = Cmapss.test(data("cmapss"), "FD001");
        assertThat(training.size()).isEqualTo(100);
        assertThat(training.runs().stream().mapToInt(RunToFailure::rows).sum()).isEqualTo(20_631);
        assertThat(test.runs().stream().mapToInt(RunToFailure::rows).sum()).isEqualTo(13_096);
        assertThat(CutLaw.longest(training, test)).isBetween(140.0, 170.0); // from lengths alone
        assertThat(NasaBatteries.read(data("nasa_battery")).failed()).hasSize(2);
    }
}
