package org.industrialmind.telemetry.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Channel;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CsvReadingsTest {
    private static final EquipmentClass TESTBED = new EquipmentClass("water-testbed");

    @TempDir
    private Path folder;

    private CsvReadings open(String text) {
        try {
            return CsvReadings.open(Files.writeString(folder.resolve("readings.csv"), text), TESTBED);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<CsvRow> rows(CsvReadings readings) {
        List<CsvRow> rows = new ArrayList<>();
        for (Optional<CsvRow> row = readings.next(); row.isPresent(); row = readings.next()) {
            rows.add(row.get());
        }
        return rows;
    }

    @Test
    void reads_the_layout_of_skab() {
        try (CsvReadings readings = open("""
                datetime;Accelerometer1RMS;Volume Flow RateRMS;anomaly;changepoint
                2020-03-09 10:14:33;0.0270797;32.0;0.0;0.0
                2020-03-09 10:14:34;;31.5;1.0;1.0
                """)) {
            List<CsvRow> rows = rows(readings);
            assertThat(readings.schema().channels().stream().map(Channel::name))
                    .containsExactly("accelerometer1_rms", "volume_flow_rate_rms");
            assertThat(readings.schema().period()).isEqualTo(Duration.ofSeconds(1));
            assertThat(rows.get(1).anomaly()).contains(true);
            assertThat(rows.get(0).changePoint()).contains(false);
            long first = Instant.parse("2020-03-09T10:14:33Z").getEpochSecond() * 1_000_000_000L;
            assertThat(readings.frame(new AssetId("skab"), rows))
                    .isEqualTo(Frame.good(
                            new AssetId("skab"),
                            readings.schema(),
                            new long[] {first, first + 1_000_000_000L},
                            new double[] {0.0270797, 32.0, Double.NaN, 31.5}));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2020-03-09T10:14:33Z",
        "2020-03-09T11:14:33+01:00",
        "2020-03-09T10:14:33",
        "2020-03-09 10:14:33.000",
        "1583748873",
        "1583748873.0",
        "1583748873000",
        "1583748873000000",
        "1583748873000000000"
    })
    void reads_a_time_however_it_is_written(String time) {
        try (CsvReadings readings = open("a,Timestamp\n1," + time + "\n")) {
            assertThat(rows(readings).getFirst().timeNanos()).isEqualTo(1_583_748_873_000_000_000L);
        }
    }

    @Test
    void makes_names_of_headings_that_are_none() {
        try (CsvReadings readings = open("\ufefftime\t2nd \"Motor\" [A]\tTemp.\tTemp\t°\n2020-01-01\t1\t2\t3\t4\n")) {
            assertThat(readings.schema().channels().stream().map(Channel::name))
                    .containsExactly("c_2nd_motor_a", "temp", "temp_2", "c_");
            assertThat(rows(readings).getFirst().anomaly()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            time,a@2020-01-01,x       | row 2, column 'a': saw 'x', expected a number
            time,a@2020-01-01,1@x,1   | row 3, column 'time': saw 'x', expected a time
            time,a@2020-01-01,1,2     | row 2: 3 cells: expected 2
            time,a,label@2020-01-01,1,2 | row 2, column 'label': saw '2', expected 0 or 1
            a,b@1,2                   | row 1: the columns are [a, b]: expected one called datetime
            time@2020-01-01           | at least one sensor
            """)
    void names_row_and_column_of_what_is_wrong(String text, String explanation) {
        assertThatThrownBy(() -> {
                    try (CsvReadings readings = open(text.strip().replace('@', '\n'))) {
                        rows(readings);
                    }
                })
                .isInstanceOf(CsvFormatException.class)
                .hasMessageStartingWith("readings.csv, row ")
                .hasMessageContaining(explanation);
    }

    @Test
    void reads_every_file_of_skab() throws IOException {
        Path skab = data().resolve("skab");
        assumeTrue(
                Files.isDirectory(skab),
                "SKIPPED: no SKAB files at " + skab + "; say where the data are with -DINDUSTRIALMIND_DATA=DIR");
        try (Stream<Path> files = Files.walk(skab)) {
            List<Path> all =
                    files.filter(file -> file.toString().endsWith(".csv")).toList();
            assertThat(all).isNotEmpty();
            for (Path file : all) {
                try (CsvReadings readings = CsvReadings.open(file, TESTBED)) {
                    assertThat(readings.schema().width()).isEqualTo(8);
                    assertThat(readings.schema().period()).isEqualTo(Duration.ofSeconds(1));
                    assertThat(rows(readings)).hasSizeGreaterThan(500);
                }
            }
        }
    }

    private static Path data() {
        String said = Optional.ofNullable(System.getProperty("INDUSTRIALMIND_DATA"))
                .or(() -> Optional.ofNullable(System.getenv("INDUSTRIALMIND_DATA")))
                .orElse("../../shared/data"); // beside the repository, seen from the module
        return Path.of(said);
    }
}
