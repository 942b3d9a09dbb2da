package org.industrialmind.learning.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.industrialmind.learning.Trainer;
import org.industrialmind.learning.format.MalformedFileException;
import org.industrialmind.signal.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GaussianDetectorTest extends AnomalyDetectorContract {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-06T00:00:00Z"));

    @Override
    protected Trainer<WindowSet, GaussianDetector> trainer() {
        BaselineSettings house = BaselineSettings.defaults();
        return new GaussianTrainer(new GaussianSettings(house, 0.3, FalseAlarmBudget.defaults()), CLOCK);
    }

    @Override
    protected DetectorFormat format() {
        return new GaussianFormat();
    }

    private double score(Window window, LevelDoubt doubt) {
        DoubtingDetector doubting = (DoubtingDetector) detector;
        return ((Verdict.Scored) doubting.judge(List.of(window), List.of(doubt)).getFirst()).score();
    }

    private static LevelDoubt doubtOf(Window window, int judged, double variance) {
        double[] variances = new double[WindowFeatures.channels(window.schema()).length];
        variances[judged] = variance;
        return LevelDoubt.of(variances);
    }

    @Test
    void the_more_a_level_is_in_doubt_the_less_it_says() {
        double deviation = machines.deviation(FIRST, 3);
        Window moved = changed((second, row) -> row[4] += (float) (8 * deviation));
        int judged = 3; // the first channel is a drive
        double sure = score(moved, doubtOf(moved, judged, 0));
        double unsure = score(moved, doubtOf(moved, judged, 4 * deviation * deviation));
        double blind = score(moved, doubtOf(moved, judged, 1e6 * deviation * deviation));
        assertThat(sure).isGreaterThan(1);
        assertThat(unsure).isLessThan(0.7 * sure);
        assertThat(blind).isLessThan(1);
    }

    @Test
    void other_channels_are_judged_as_ever() {
        Window moved = changed((second, row) -> row[4] += (float) (8 * machines.deviation(FIRST, 3)));
        double deviation = machines.deviation(FIRST, 5);
        assertThat(score(moved, doubtOf(moved, 5, 1e6 * deviation * deviation))).isGreaterThan(1);
    }

    @Test
    void one_that_learned_noise_about_a_mean_is_to_be_trained_again(@TempDir Path folder) throws IOException {
        format().save(detector, folder);
        Path model = folder.resolve("model.json");
        String kept = Files.readString(model);
        String old = kept.replaceFirst("(\"format\"\\s*:\\s*)2", "$11");
        assertThat(old).isNotEqualTo(kept);
        Files.writeString(model, old);
        assertThatThrownBy(() -> format().load(folder))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageContaining("in format 1")
                .hasMessageContaining("train the model again");
    }
}
