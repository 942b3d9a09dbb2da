package org.industrialmind.learning.regime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.industrialmind.learning.anomaly.Baseline;
import org.industrialmind.learning.anomaly.Verdict;
import org.industrialmind.learning.anomaly.WindowSet;
import org.industrialmind.learning.novelty.NoveltyDetector;
import org.industrialmind.learning.novelty.NoveltySettings;
import org.industrialmind.learning.novelty.NoveltyTrainer;
import org.industrialmind.learning.novelty.Pca;
import org.industrialmind.learning.prognosis.RunToFailure;
import org.industrialmind.learning.prognosis.publicdata.Cmapss;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Channel;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.Unit;
import org.industrialmind.signal.Window;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The engines of C-MAPSS FD002 fly at six settings, which nobody tells: they have to be found in the data.
 *
 * <p>Principal components learn from the first {@value #YOUNG} flights of every other engine. On the other half, the last
 * {@value #WORN} flights before failure should be abnormal and the first {@value #YOUNG} should not.
 */
class TurbofanRegimesTest {
    private static final int YOUNG = 50;
    private static final int WORN = 20;
    private static final AssetId FLEET = new AssetId("FD002"); // engines of one make, judged as one machine
    private static final FrameSchema SCHEMA = schema();

    @ParameterizedTest(name = "by {0}")
    @CsvSource({"LEVELS, 6, 0.6, 1", "MIXTURE, 6, 0.6, 1", "NONE, 1, 0, 0.1"})
    void wear_shows_once_the_six_settings_are_known_and_not_before(
            RegimeMethod method, int regimes, double least, double most) throws IOException {
        List<Window> normal = new ArrayList<>();
        List<Window> young = new ArrayList<>();
        List<Window> worn = new ArrayList<>();
        long flight = 0;
        boolean learning = true;
        for (RunToFailure run : Cmapss.training(data("cmapss"), "FD002").runs()) {
            for (int row = 0; row < run.rows(); row++) {
                Window window = window(run, row, ++flight);
                if (row < YOUNG) {
                    (learning ? normal : young).add(window);
                } else if (!learning && row >= run.rows() - WORN) {
                    worn.add(window);
                }
            }
            learning = !learning;
        }
        NoveltySettings settings = NoveltySettings.defaults().withRegimes(method);
        WindowSet set = new WindowSet("first flights of FD002", normal);
        assertThat(Baseline.fit(set, settings.baseline()).regimes(FLEET)).isEqualTo(regimes);

        NoveltyDetector detector =
                new NoveltyTrainer(Pca.defaults(), settings, InstantSource.fixed(Instant.EPOCH)).train(set, 1);
        assertThat(abnormal(detector, young)).isLessThan(0.02);
        assertThat(abnormal(detector, worn)).isBetween(least, most);
    }

    /** Returns the share of the windows that are judged abnormal; all are judged. */
    private static double abnormal(NoveltyDetector detector, List<Window> windows) {
        return detector.judge(windows).stream()
                .mapToDouble(verdict -> ((Verdict.Scored) verdict).abnormal() ? 1 : 0)
                .average()
                .orElseThrow();
    }

    private static FrameSchema schema() {
        List<Channel> channels = new ArrayList<>();
        Cmapss.SCHEMA
                .settings()
                .forEach(name -> channels.add(new Channel(
                        name.toLowerCase(Locale.ROOT).replace(' ', '_'), "", Unit.ONE, Channel.Role.DRIVE)));
        Cmapss.SCHEMA
                .sensors()
                .forEach(name -> channels.add(new Channel(
                        name.toLowerCase(Locale.ROOT).replace(' ', '_'), "", Unit.ONE, Channel.Role.PROCESS)));
        return new FrameSchema(
                new EquipmentClass("turbofan"), Duration.ofHours(1), FrameSchema.Precision.SINGLE, channels);
    }

    private static Window window(RunToFailure run, int row, long flight) {
        float[] values = new float[SCHEMA.width()];
        for (int c = 0; c < values.length; c++) {
            values[c] = (float) run.reading(row, c);
        }
        return new Window(FLEET, SCHEMA, flight * SCHEMA.periodNanos(), values);
    }

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
}
