package org.industrialmind.app.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.industrialmind.learning.anomaly.AnomalyDetector;
import org.industrialmind.learning.anomaly.BaselineSettings;
import org.industrialmind.learning.anomaly.WindowSet;
import org.industrialmind.learning.selection.BestTrainer;
import org.industrialmind.learning.selection.DetectorCandidate;
import org.industrialmind.learning.selection.SelectionSettings;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.Window;
import org.industrialmind.simulator.plant.Plant;
import org.industrialmind.simulator.plant.Scenario;
import org.industrialmind.telemetry.scoring.StoredWindows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two quiet hours of simulated pumps choose their own detector. */
class BestDetectorTest {
    private static final Instant START = Instant.parse("2026-09-07T00:00:00Z");
    private static final Duration HISTORY = Duration.ofHours(2);
    private static final int ROWS = 60;
    private static final int STRIDE = 30;
    private static final long SEED = 7;

    @Test
    void is_chosen_by_evidence_that_is_kept_with_the_model(@TempDir Path folder) throws IOException {
        List<Window> windows = pumps();
        AnomalyDetector best = new BestTrainer(
                        Stream.of(DetectorKind.PCA, DetectorKind.LINEAR_FORECAST, DetectorKind.GAUSSIAN)
                                .map(kind ->
                                        new DetectorCandidate(kind.code(), kind.trainer(InstantSource.fixed(START))))
                                .toList(),
                        new SelectionSettings(BaselineSettings.defaults(), 0.4, 4, List.of(3.0, 6.0), 10))
                .train(new WindowSet("simulated pumps", windows), SEED);
        Map<String, String> told = best.provenance().settings();
        String chosen = told.getOrDefault(BestTrainer.CHOSEN, "");
        String evidence = told.getOrDefault(BestTrainer.EVIDENCE, "");
        assertThat(evidence.lines()).hasSize(4); // a head and three candidates
        assertThat(evidence).contains("spread", "alarms", "drift", "pca", "gaussian", "linear-forecast");
        assertThat(evidence.lines().skip(1).findFirst().orElseThrow()).startsWith(chosen + " ");
        assertThat(told.get(BestTrainer.REASON)).startsWith(chosen + " finds ");
        assertThat(best.metrics().get("made_up_recall")).isBetween(0.3, 1.0); // one that sees nothing has about 0
        assertThat(best.kind()).isEqualTo("best");

        DetectorKind.BEST.format().save(best, folder);
        AnomalyDetector loaded = DetectorKind.BEST.format().load(folder);
        assertThat(loaded.judge(windows)).isEqualTo(best.judge(windows));
        assertThat(loaded.provenance()).isEqualTo(best.provenance());
        assertThat(loaded.metrics()).isEqualTo(best.metrics());
    }

    private static List<Window> pumps() {
        Plant plant = new Plant(Scenario.smoke(SEED, START, HISTORY));
        Map<AssetId, List<Frame>> history = new TreeMap<>();
        while (plant.now().isBefore(START.plus(HISTORY))) {
            for (Frame frame : plant.step()) {
                if (frame.asset().value().startsWith("P-10")) { // two pumps
                    history.computeIfAbsent(frame.asset(), asset -> new ArrayList<>())
                            .add(frame);
                }
            }
        }
        List<Window> windows = new ArrayList<>();
        history.forEach((asset, frames) ->
                windows.addAll(StoredWindows.cut(asset, frames.getFirst().schema(), frames, ROWS, STRIDE)));
        return windows;
    }
}
