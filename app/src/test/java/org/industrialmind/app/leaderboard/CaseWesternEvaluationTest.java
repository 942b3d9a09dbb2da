package org.industrialmind.app.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.industrialmind.learning.report.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bearings that are made here, with faults as plain as those of a textbook. */
class CaseWesternEvaluationTest {
    private static final double RATE = 12_000;
    private static final double SPEED = 30;
    private static final Map<String, Double> ORDERS = Map.of("ball", 4.714, "inner", 5.415, "outer", 3.585);

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    private boolean run() throws IOException {
        return AnomalyBoard.CWRU
                .evaluation(new BoardRequest(
                        folder,
                        folder.resolve("report.json"),
                        List.of(1L),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        new Progress(new PrintStream(printed))))
                .run();
    }

    private void bearings() throws IOException {
        StringBuilder index = new StringBuilder("file,load_hp,rpm,class,fault_diameter_mil,samples\n");
        SplittableRandom random = new SplittableRandom(1);
        for (int size : new int[] {7, 14, 21}) {
            for (Map.Entry<String, Double> fault : ORDERS.entrySet()) {
                String file = fault.getKey() + size + ".csv.gz";
                index.append(String.format("%s,1,1800,%s,%d,24000%n", file, fault.getKey(), size));
                write(file, fault.getValue(), 4 + size / 3.0, 24_000, random);
            }
        }
        index.append("sound.csv.gz,1,1800,normal,0,100000\n");
        write("sound.csv.gz", 1, 0, 100_000, random); // thinned out by four it still has 12 blocks
        Files.writeString(folder.resolve("index.csv"), index);
    }

    private void write(String file, double order, double strength, int readings, SplittableRandom random)
            throws IOException {
        StringBuilder text = new StringBuilder();
        double next = 0;
        double last = 0;
        for (int t = 0; t < readings; t++) {
            if (t / RATE >= next) {
                last = next;
                next += (1 + 0.01 * random.nextGaussian()) / (order * SPEED);
            }
            double since = t / RATE - last;
            double ringing = strength * Math.exp(-800 * since) * Math.sin(2 * Math.PI * 3200 * since);
            text.append((float) (ringing + random.nextGaussian())).append('\n');
        }
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(file)))) {
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void tells_textbook_faults_of_an_unseen_size_and_shows_the_trap_beside() throws IOException {
        bearings();
        assertThat(run()).isTrue();
        String report = Files.readString(folder.resolve("report.json"));
        assertThat(report)
                .contains("\"accuracy_unseen_size\"", "\"levels_forest\"", "\"class_shares\"", "\"geometry_alone\"")
                .contains("\"accuracy_leaky_time_split\"", "\"normal_only_48khz_detected\"", "\"ok\" : true");
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("21 mil", "the trap");
    }

    @Test
    void says_which_file_it_looked_for() {
        assertThatThrownBy(this::run).hasMessageContaining("index.csv");
    }
}
