package org.industrialmind.app.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Random;

/** Writes files in the layout of SKAB: a steady pump whose flow falls by ten standard deviations while it is anomalous. */
final class RigFiles {
    static final int ROWS = 700;
    static final int ANOMALY_FROM = 500;
    static final int ANOMALY_TO = 600;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private RigFiles() {}

    static void experiment(Path file, long seed) throws IOException {
        write(file, seed, true, ANOMALY_FROM, ANOMALY_TO);
    }

    static void sound(Path file, long seed) throws IOException {
        write(file, seed, false, 0, 0);
    }

    private static void write(Path file, long seed, boolean labelled, int from, int to) throws IOException {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder("datetime;Current;Pressure;Thermocouple;Volume Flow RateRMS");
        text.append(labelled ? ";anomaly;changepoint\n" : "\n");
        LocalDateTime start = LocalDateTime.of(2020, 3, 9, 10, 0, 0);
        for (int row = 0; row < ROWS; row++) {
            boolean anomalous = row >= from && row < to;
            double common = random.nextGaussian();
            text.append(TIME.format(start.plusSeconds(row)))
                    .append(';')
                    .append(2 + 0.1 * (common + 0.3 * random.nextGaussian()))
                    .append(';')
                    .append(1 + 0.1 * random.nextGaussian())
                    .append(';')
                    .append(24 + 0.001 * row)
                    .append(';')
                    .append(100 + common + 0.3 * random.nextGaussian() - (anomalous ? 10 : 0));
            text.append(labelled ? (anomalous ? ";1.0;0.0\n" : ";0.0;0.0\n") : "\n");
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text);
    }
}
