package org.industrialmind.learning.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.industrialmind.learning.Trainer;
import org.industrialmind.signal.Assessment.Reason;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Channel;
import org.industrialmind.signal.Contribution;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.Window;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link AnomalyDetector}, with its trainer and format, must keep. An implementation extends this. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class AnomalyDetectorContract {
    protected static final long SEED = 11;
    protected static final AssetId FIRST = new AssetId("S-1");
    protected static final AssetId SECOND = new AssetId("S-2");
    protected static final Instant TRAINING = Instant.parse("2026-01-05T00:00:00Z");
    protected static final Instant LATER = Instant.parse("2026-01-07T00:00:00Z"); // begins at a change of load

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration HELD = Duration.ofSeconds(600); // all within one load, from LATER on

    protected final SyntheticMachines machines = new SyntheticMachines(SEED);
    protected AnomalyDetector detector;

    /** Returns a trainer with the settings that are to be shown good. */
    protected abstract Trainer<WindowSet, ? extends AnomalyDetector> trainer();

    protected abstract DetectorFormat format();

    /** Returns how long each of the two machines is watched in training. */
    protected Duration trainingSpan() {
        return Duration.ofHours(4);
    }

    protected final WindowSet trainingSet() {
        List<Window> windows = new ArrayList<>(machines.normal(FIRST, TRAINING, trainingSpan()));
        windows.addAll(machines.normal(SECOND, TRAINING, trainingSpan()));
        return new WindowSet("two synthetic machines", windows);
    }

    @BeforeAll
    final void train() {
        detector = trainer().train(trainingSet(), SEED);
    }

    @Test
    void answers_one_verdict_for_each_window_in_order() {
        List<Window> windows = new ArrayList<>(machines.normal(FIRST, LATER, HELD));
        windows.add(3, of(new AssetId("S-99"), windows.get(3)));
        List<Verdict> verdicts = detector.judge(windows);
        assertThat(verdicts).hasSameSizeAs(windows);
        assertThat(verdicts.get(3)).isEqualTo(new Verdict.Abstained(Reason.NO_MODEL));
        assertThat(verdicts.get(4)).isInstanceOf(Verdict.Scored.class);
        assertThat(detector.judge(List.of())).isEmpty();
    }

    @Test
    void judges_each_window_on_its_own_and_always_the_same() {
        List<Window> windows = shifted(FIRST, 2, 8);
        List<Verdict> together = detector.judge(windows);
        assertThat(detector.judge(windows)).isEqualTo(together);
        List<Verdict> alone = new ArrayList<>();
        windows.forEach(window -> alone.addAll(detector.judge(List.of(window))));
        assertThat(alone).isEqualTo(together);
    }

    @Test
    void learns_the_same_from_the_same() {
        AnomalyDetector again = trainer().train(trainingSet(), SEED);
        List<Window> windows = machines.normal(SECOND, LATER, HELD);
        assertThat(again.judge(windows)).isEqualTo(detector.judge(windows));
    }

    @Test
    void remembers_where_it_came_from() {
        assertThat(detector.provenance().data()).isEqualTo("two synthetic machines");
        assertThat(detector.provenance().seed()).isEqualTo(SEED);
        assertThat(detector.provenance().settings()).isNotEmpty();
        assertThat(detector.kind()).isEqualTo(format().kind());
        assertThat(detector.windowLength()).isEqualTo(SyntheticMachines.WINDOW);
        assertThat(detector.metrics()).containsKey("calibration_alarm_share");
    }

    @ParameterizedTest(name = "measurement {0}")
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void sees_a_shift_of_eight_sigma_and_names_the_channel(int measurement) {
        for (Verdict verdict : detector.judge(shifted(FIRST, measurement, 8))) {
            assertThat(verdict).isInstanceOf(Verdict.Scored.class);
            Verdict.Scored scored = (Verdict.Scored) verdict;
            assertThat(scored.score()).isGreaterThan(1);
            List<Contribution> named = scored.contributions();
            assertThat(named.stream().limit(3).map(Contribution::channel))
                    .contains(SyntheticMachines.measurement(measurement));
            assertThat(named.stream().mapToDouble(Contribution::share).sum()).isLessThanOrEqualTo(1 + 1e-9);
            assertThat(named.stream().map(Contribution::share)).isSortedAccordingTo((a, b) -> Double.compare(b, a));
            assertThat(named.stream().map(Contribution::channel)).doesNotContain("load_command");
        }
    }

    @ParameterizedTest(name = "by {0} sigma")
    @ValueSource(doubles = {8, -8})
    void tells_the_direction_of_a_shift(double sigmas) {
        Verdict.Scored scored =
                (Verdict.Scored) detector.judge(shifted(SECOND, 4, sigmas)).getLast();
        Contribution named = scored.contributions().stream()
                .filter(part -> part.channel().equals(SyntheticMachines.measurement(4)))
                .findFirst()
                .orElseThrow();
        assertThat(named.sign()).isEqualTo((int) Math.signum(sigmas));
    }

    @Test
    void is_silent_on_fresh_normal_data() {
        for (AssetId asset : List.of(FIRST, SECOND)) {
            EpisodeState state = EpisodeState.initial();
            int abnormal = 0;
            int judged = 0;
            for (Window window : machines.normal(asset, LATER, HOUR.multipliedBy(2))) {
                if (detector.judge(List.of(window)).getFirst() instanceof Verdict.Scored scored) {
                    state = EpisodeRule.defaults()
                            .next(state, window.endNanos(), scored.score())
                            .state();
                    assertThat(state.open()).as("no episode by %s", window).isFalse();
                    abnormal += scored.abnormal() ? 1 : 0;
                    judged++;
                }
            }
            assertThat(judged).isGreaterThan(500);
            assertThat(abnormal).as("abnormal windows of %d", judged).isLessThanOrEqualTo(judged / 100);
        }
    }

    @Test
    void abstains_on_a_machine_it_does_not_know() {
        Window known = machines.normal(FIRST, LATER, HELD).getFirst();
        assertAbstains(of(new AssetId("S-99"), known), Reason.NO_MODEL);
    }

    @Test
    void abstains_on_other_channels() {
        Window known = machines.normal(FIRST, LATER, HELD).getFirst();
        List<Channel> fewer = machines.schema().channels().subList(0, 5);
        FrameSchema other = new FrameSchema(
                machines.schema().equipmentClass(), SyntheticMachines.PERIOD, FrameSchema.Precision.SINGLE, fewer);
        float[] values = new float[SyntheticMachines.WINDOW * other.width()];
        assertAbstains(new Window(FIRST, other, known.endNanos(), values), Reason.OTHER_SCHEMA);
    }

    @Test
    void abstains_on_too_few_readings() {
        assertAbstains(
                changed((second, row) -> Arrays.fill(row, second % 2 == 0 ? Float.NaN : row[1])),
                Reason.TOO_FEW_READINGS);
        assertAbstains(changed((second, row) -> row[0] = Float.NaN), Reason.TOO_FEW_READINGS);
    }

    @Test
    void abstains_while_a_drive_moves() {
        assertAbstains(changed((second, row) -> row[0] += second < 30 ? 0 : 25), Reason.TRANSIENT);
    }

    @Test
    void abstains_on_a_level_that_training_has_not_seen() {
        assertAbstains(changed((second, row) -> row[0] = 140), Reason.UNKNOWN_REGIME);
        assertAbstains(changed((second, row) -> row[0] = 62), Reason.UNKNOWN_REGIME);
    }

    @Test
    void does_not_take_a_fault_for_a_regime() {
        Window other = changed((second, row) -> {
            for (int c = 1; c <= SyntheticMachines.MEASUREMENTS; c++) {
                row[c] *= 1.5f;
            }
        });
        assertThat(((Verdict.Scored) detector.judge(List.of(other)).getFirst()).abnormal())
                .isTrue();
    }

    @Test
    void refuses_a_window_of_another_length() {
        float[] values = new float[10 * machines.schema().width()];
        Window shorter = new Window(FIRST, machines.schema(), 0, values);
        assertThatThrownBy(() -> detector.judge(List.of(shorter)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("10 rows");
    }

    @Test
    void survives_missing_readings() {
        SplittableRandom random = new SplittableRandom(SEED);
        Window holed = changed((second, row) -> {
            for (int c = 1; c < row.length; c++) {
                row[c] = random.nextInt(10) == 0 ? Float.NaN : row[c];
            }
        });
        assertThat(((Verdict.Scored) detector.judge(List.of(holed)).getFirst()).abnormal())
                .isFalse();
        Window oneDead = changed((second, row) -> row[3] = Float.NaN);
        assertThat(((Verdict.Scored) detector.judge(List.of(oneDead)).getFirst()).score())
                .isFinite();
    }

    @Test
    void survives_infinite_readings() {
        Window wild = changed((second, row) -> row[3] = second == 7 ? Float.POSITIVE_INFINITY : row[3]);
        assertThat(((Verdict.Scored) detector.judge(List.of(wild)).getFirst()).score())
                .isFinite();
    }

    @Test
    void sees_a_constant_channel_move() {
        Window moved = changed((second, row) -> row[row.length - 1] = 20);
        Verdict.Scored scored = (Verdict.Scored) detector.judge(List.of(moved)).getFirst();
        assertThat(scored.abnormal()).isTrue();
        assertThat(scored.contributions().getFirst().channel()).isEqualTo("supply");
    }

    @Test
    void judges_after_saving_and_loading_as_before(@TempDir Path folder) throws IOException {
        format().save(detector, folder);
        AnomalyDetector loaded = format().load(folder);
        List<Window> windows = new ArrayList<>(machines.normal(FIRST, LATER, HOUR));
        windows.addAll(shifted(SECOND, 5, 8));
        assertThat(loaded.judge(windows)).isEqualTo(detector.judge(windows));
        assertThat(loaded.provenance()).isEqualTo(detector.provenance());
        assertThat(loaded.metrics()).isEqualTo(detector.metrics());
        assertThat(loaded.windowLength()).isEqualTo(detector.windowLength());
    }

    @Test
    void judges_the_same_on_many_threads() throws InterruptedException, ExecutionException {
        List<Window> windows = new ArrayList<>(machines.normal(FIRST, LATER, HOUR));
        windows.addAll(shifted(SECOND, 1, 8));
        List<Verdict> expected = detector.judge(windows);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<List<Verdict>>> answers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                answers.add(threads.submit(() -> detector.judge(windows)));
            }
            for (Future<List<Verdict>> answer : answers) {
                assertThat(answer.get()).isEqualTo(expected);
            }
        }
    }

    /** Returns windows of ten minutes at one load in which a measurement lies so many sigmas off. */
    protected final List<Window> shifted(AssetId asset, int measurement, double sigmas) {
        float shift = (float) (sigmas * machines.deviation(asset, measurement));
        return machines.windows(asset, LATER, HELD, (second, row) -> row[1 + measurement] += shift);
    }

    /** Returns the first window after a change of load, each of its rows changed. */
    protected final Window changed(SyntheticMachines.Change change) {
        return machines.windows(FIRST, LATER, Duration.ofSeconds(SyntheticMachines.WINDOW), change)
                .getFirst();
    }

    private void assertAbstains(Window window, Reason reason) {
        assertThat(detector.judge(List.of(window))).containsExactly(new Verdict.Abstained(reason));
    }

    private static Window of(AssetId asset, Window window) {
        float[] values = new float[window.length() * window.width()];
        window.copyTo(values, 0);
        return new Window(asset, window.schema(), window.endNanos(), values);
    }
}
