package org.industrialmind.learning.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.industrialmind.learning.Provenance;
import org.industrialmind.learning.anomaly.AnomalyDetector;
import org.industrialmind.learning.anomaly.SyntheticMachines;
import org.industrialmind.learning.anomaly.Verdict;
import org.industrialmind.learning.anomaly.WindowSet;
import org.industrialmind.learning.novelty.NoveltySettings;
import org.industrialmind.learning.novelty.NoveltyTrainer;
import org.industrialmind.learning.novelty.PatchMemory;
import org.industrialmind.learning.novelty.Pca;
import org.industrialmind.signal.Assessment.Reason;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Contribution;
import org.industrialmind.signal.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WindowExplanationTest {
    private static final long SEED = 11;
    private static final AssetId ASSET = new AssetId("S-1");
    private static final Instant TRAINING = Instant.parse("2026-01-05T00:00:00Z");
    private static final Instant LATER = Instant.parse("2026-01-07T00:00:00Z"); // begins at a change of load
    private static final Duration HELD = Duration.ofMinutes(10); // all within one load, from LATER on

    private final SyntheticMachines machines = new SyntheticMachines(SEED);
    private final WindowSet training =
            new WindowSet("a synthetic machine", machines.normal(ASSET, TRAINING, Duration.ofHours(2)));
    private final List<AnomalyDetector> detectors = List.of(
            new NoveltyTrainer(Pca.defaults(), NoveltySettings.defaults(), InstantSource.system())
                    .train(training, SEED),
            new NoveltyTrainer(PatchMemory.defaults(), NoveltySettings.defaults(), InstantSource.system())
                    .train(training, SEED));
    private final Reference reference = Reference.of(machines.normal(ASSET, LATER, HELD));

    /** Adds up what the means of two measurements are above 0, the second counting twice. */
    private static final class Sum implements AnomalyDetector {
        @Override
        public String kind() {
            return "sum";
        }

        @Override
        public int windowLength() {
            return SyntheticMachines.WINDOW;
        }

        @Override
        public Provenance provenance() {
            return Provenance.here("nothing", "none", Map.of(), 0, Instant.EPOCH);
        }

        @Override
        public List<Verdict> judge(List<Window> windows) {
            List<Verdict> verdicts = new ArrayList<>();
            for (Window window : windows) {
                double sum = 0;
                for (int row = 0; row < window.length(); row++) {
                    sum += (window.get(row, 1) + 2 * window.get(row, 2)) / window.length();
                }
                verdicts.add(
                        window.coverage() < 1
                                ? new Verdict.Abstained(Reason.TOO_FEW_READINGS)
                                : new Verdict.Scored(Math.max(0, sum), List.of()));
            }
            return verdicts;
        }
    }

    private Window changed(SyntheticMachines.Change change) {
        return machines.windows(ASSET, LATER, Duration.ofSeconds(SyntheticMachines.WINDOW), change)
                .getFirst();
    }

    private Window shifted(int measurement, double sigmas) {
        float shift = (float) (sigmas * machines.deviation(ASSET, measurement));
        return changed((second, row) -> row[1 + measurement] += shift);
    }

    @Test
    void shares_a_sum_as_its_parts_are() {
        Window window = changed((second, row) -> {
            row[1] += 30;
            row[2] += 60;
        });
        List<Contribution> named = new ShapleyShares(new Sum(), reference, SEED).explain(window);
        assertThat(named.getFirst().channel()).isEqualTo(SyntheticMachines.measurement(1));
        // 2 x 60 of 150; a few, since the reference windows are not all alike
        assertThat(named.getFirst().share()).isCloseTo(0.8, within(0.05));
    }

    @ParameterizedTest(name = "measurement {0}")
    @ValueSource(ints = {0, 3, 7})
    void names_the_channel_that_was_shifted_and_by_how_much(int measurement) {
        Window window = shifted(measurement, -8);
        for (AnomalyDetector detector : detectors) {
            for (WindowExplanation explanation :
                    List.of(new MinimalCorrection(detector, reference), new ShapleyShares(detector, reference, SEED))) {
                List<Contribution> named = explanation.explain(window);
                assertThat(named.getFirst().channel()).isEqualTo(SyntheticMachines.measurement(measurement));
                assertThat(named.getFirst().sign()).isEqualTo(-1);
                assertThat(named.stream().mapToDouble(Contribution::share).sum())
                        .isCloseTo(1, within(1e-9));
            }
        }
    }

    @Test
    void names_the_channel_that_became_noisy_where_a_shift_would_explain_nothing() {
        SplittableRandom random = new SplittableRandom(SEED);
        Window noisy =
                changed((second, row) -> row[4] += (float) (5 * machines.deviation(ASSET, 3) * random.nextGaussian()));
        AnomalyDetector pca = detectors.getFirst();
        assertThat(new ShapleyShares(pca, reference, SEED)
                        .explain(noisy)
                        .getFirst()
                        .channel())
                .isEqualTo(SyntheticMachines.measurement(3));
        assertThat(new MinimalCorrection(pca, reference).explain(noisy)).isEmpty();
    }

    @Test
    void has_nothing_to_say_of_a_normal_window() {
        Window window = changed((second, row) -> {});
        for (AnomalyDetector detector : detectors) {
            assertThat(new MinimalCorrection(detector, reference).explain(window))
                    .isEmpty();
            assertThat(new ShapleyShares(detector, reference, SEED).explain(window))
                    .isEmpty();
        }
    }

    @Test
    void refuses_what_it_cannot_hold_against_normal_windows() {
        Window holed = changed((second, row) -> row[3] = second == 5 ? Float.NaN : row[3]);
        assertThatThrownBy(() -> new ShapleyShares(new Sum(), reference, SEED).explain(holed))
                .hasMessageContaining("TOO_FEW_READINGS");
        Window shorter = new Window(
                ASSET, machines.schema(), 0, new float[10 * machines.schema().width()]);
        assertThatThrownBy(() -> new MinimalCorrection(new Sum(), reference).explain(shorter))
                .hasMessageContaining("expected the same channels and rows");
        assertThatThrownBy(() -> Reference.of(List.of())).hasMessageContaining("at least one");
    }
}
