package org.industrialmind.learning.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files written as the authors of each data set describe them, and what is said of those that are not. */
class PublicFilesTest {
    @TempDir
    private Path folder;

    @Test
    void tennessee_eastman_turns_the_normal_run_and_labels_faults_from_row_160() throws IOException {
        packed("d00.dat.gz", plant(52, 70)); // a column for each point in time
        packed("d00_te.dat.gz", plant(200, 52));
        packed("d04_te.dat.gz", plant(200, 52));
        List<LabelledSeries> runs = TennesseeEastman.read(folder);
        assertThat(runs).extracting(LabelledSeries::name).containsExactly("d00_te", "d04_te");
        assertThat(runs).extracting(LabelledSeries::group).containsExactly("normal", "fault");
        assertThat(runs.getFirst().train().rows()).isEqualTo(70);
        assertThat(runs.getFirst().train().get(3, 5)).isEqualTo(5003); // row 5 of the file, column 3
        assertThat(runs.getFirst().hasEvents()).isFalse();
        assertThat(runs.get(1).abnormal()[159]).isFalse();
        assertThat(runs.get(1).abnormal()[160]).isTrue();
    }

    @Test
    void tennessee_eastman_wants_52_variables_and_its_normal_run() throws IOException {
        assertThatThrownBy(() -> TennesseeEastman.read(folder)).hasMessageContainingAll("cannot read", "d00.dat.gz");
        packed("d00.dat.gz", plant(10, 9));
        assertThatThrownBy(() -> TennesseeEastman.read(folder)).hasMessageContainingAll("10 rows of 9", "expected 52");
    }

    @Test
    void spacecraft_channels_take_the_value_alone_and_every_line_of_labels() throws IOException {
        Files.writeString(folder.resolve("labeled_anomalies.csv"), """
            chan_id,spacecraft,anomaly_sequences,class,num_values
            P-2,SMAP,"[[1, 2]]",[point],6
            P-2,SMAP,"[[4, 4], [5, 5]]","[contextual, point]",6
            """);
        packed("train/P-2.csv.gz", "value,cmd1\n0.5,1\n0.25,0\n");
        packed("test/P-2.csv.gz", "value,cmd1\n0,0\n1,0\n2,0\n3,0\n4,0\n5,0\n");
        LabelledSeries channel = SpacecraftTelemetry.read(folder).getFirst();
        assertThat(channel.group()).isEqualTo("SMAP");
        assertThat(channel.train().toArray()).containsExactly(0.5, 0.25);
        assertThat(channel.abnormal()).containsExactly(false, true, true, false, true, true);
    }

    @Test
    void spacecraft_labels_beyond_the_file_and_words_for_numbers_are_refused() throws IOException {
        Files.writeString(folder.resolve("labeled_anomalies.csv"), """
            chan_id,spacecraft,anomaly_sequences
            A-1,MSL,"[[1, 9]]"
            """);
        packed("train/A-1.csv.gz", "value\n0\n");
        packed("test/A-1.csv.gz", "value\n0\n1\n");
        assertThatThrownBy(() -> SpacecraftTelemetry.read(folder))
                .hasMessageContainingAll("A-1", "row 1 to 9", "2 test rows");
        packed("test/A-1.csv.gz", "value\n0\nhot\n");
        assertThatThrownBy(() -> SpacecraftTelemetry.read(folder))
                .hasMessageContainingAll("line 3", "'hot'", "expected a number");
    }

    @Test
    void numenta_series_learn_from_probation_and_are_labelled_by_time() throws IOException {
        Files.createDirectories(folder.resolve("labels"));
        Files.writeString(folder.resolve("labels/combined_windows.json"), """
            {"realKnownCause/a.csv": [["2014-07-01 00:25:00.000000", "2014-07-01 00:35:00.000000"]],
             "realTweets/missing.csv": []}
            """);
        String rows = IntStream.range(0, 20)
                .mapToObj(i -> String.format("2014-07-01 %02d:%02d:00,%d", i * 5 / 60, i * 5 % 60, i))
                .collect(Collectors.joining("\n"));
        Files.createDirectories(folder.resolve("realKnownCause"));
        Files.writeString(folder.resolve("realKnownCause/a.csv"), "timestamp,value\n" + rows);
        LabelledSeries series = NumentaBenchmark.read(folder).getFirst();
        assertThat(series.train().toArray()).containsExactly(0, 1, 2); // 15 % of 20
        assertThat(series.period()).isEqualTo(Duration.ofMinutes(5));
        assertThat(series.abnormal()).startsWith(false, false, true, true, true, false);
        assertThat(series.group()).isEqualTo("realKnownCause");
    }

    @Test
    void numenta_says_what_is_wrong_with_labels_and_lines() throws IOException {
        assertThatThrownBy(() -> NumentaBenchmark.read(folder)).hasMessageContaining("combined_windows.json");
        Files.createDirectories(folder.resolve("labels"));
        Files.writeString(folder.resolve("labels/combined_windows.json"), "{\"a.csv\": [");
        assertThatThrownBy(() -> NumentaBenchmark.read(folder)).hasMessageContaining("not valid JSON");
        Files.writeString(folder.resolve("labels/combined_windows.json"), "{\"a.csv\": []}");
        Files.writeString(folder.resolve("a.csv"), "timestamp,value\nyesterday,1\n");
        assertThatThrownBy(() -> NumentaBenchmark.read(folder))
                .hasMessageContainingAll("'yesterday'", "expected one like");
    }

    @Test
    void the_archive_tells_the_anomaly_by_the_name_of_the_file() throws IOException {
        String values = IntStream.range(0, 30).mapToObj(Integer::toString).collect(Collectors.joining("\n"));
        Files.writeString(folder.resolve("007_UCR_Anomaly_pulse_10_21_23.txt"), values);
        LabelledSeries series = UcrArchive.read(folder).getFirst();
        assertThat(series.train().rows()).isEqualTo(10);
        boolean[] abnormal = series.abnormal();
        assertThat(abnormal[9]).isFalse(); // value 20 of 1, 2, ...
        assertThat(abnormal[10]).isTrue();
        assertThat(abnormal[12]).isTrue();
        assertThat(abnormal[13]).isFalse();

        Files.writeString(folder.resolve("008_UCR_Anomaly_pulse_10_21_40.txt"), values);
        assertThatThrownBy(() -> UcrArchive.read(folder)).hasMessageContainingAll("30 values", "from 21 to 40");
    }

    @Test
    void the_archive_counts_a_peak_near_the_anomaly() {
        boolean[] abnormal = new boolean[500];
        abnormal[300] = true;
        LabelledSeries series = MadeUpSeries.labelled(abnormal);
        double[] near = new double[500];
        near[390] = 1;
        double[] far = new double[500];
        far[150] = 1;
        assertThat(UcrArchive.located(BoardResult.of(BoardResultTest.fixed(near, 0), List.of(series), 1, () -> {})))
                .isEqualTo(1);
        assertThat(UcrArchive.located(BoardResult.of(BoardResultTest.fixed(far, 0), List.of(series), 1, () -> {})))
                .isZero();
    }

    private static String plant(int rows, int columns) {
        return IntStream.range(0, rows)
                .mapToObj(r -> IntStream.range(0, columns)
                        .mapToObj(c -> Integer.toString(1000 * r + c))
                        .collect(Collectors.joining("  ", "  ", "")))
                .collect(Collectors.joining("\n"));
    }

    private void packed(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
