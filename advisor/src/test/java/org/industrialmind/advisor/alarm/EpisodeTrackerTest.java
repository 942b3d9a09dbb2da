package org.industrialmind.advisor.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.industrialmind.learning.anomaly.EpisodeRule;
import org.industrialmind.signal.Assessment;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Contribution;
import org.industrialmind.signal.Episode;
import org.industrialmind.signal.EpisodeId;
import org.industrialmind.signal.ModelRef;
import org.industrialmind.signal.Suspect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EpisodeTrackerTest {
    private static final AssetId PUMP = new AssetId("P-101");
    private static final ModelRef MODEL = new ModelRef("anomaly/centrifugal-pump", 1);
    private static final long STRIDE = Duration.ofSeconds(10).toNanos();
    private static final EpisodeRule RULE = new EpisodeRule(3, 5, 0.6, Duration.ofSeconds(30));

    private final EpisodeTracker tracker = new EpisodeTracker(RULE);
    private EpisodeWatch watch = EpisodeWatch.initial();

    private static Assessment normal(int window) {
        return new Assessment.Normal(PUMP, window * STRIDE, MODEL, 0.2);
    }

    private static Assessment abnormal(int window, double score, Contribution... contributions) {
        return new Assessment.Abnormal(PUMP, window * STRIDE, MODEL, score, List.of(contributions));
    }

    private static Assessment unseen(int window) {
        return new Assessment.NotAssessable(PUMP, window * STRIDE, Assessment.Reason.TOO_FEW_READINGS);
    }

    private List<EpisodeTracker.Change> follow(Assessment... assessments) {
        List<EpisodeTracker.Change> changes = new ArrayList<>();
        for (Assessment assessment : assessments) {
            EpisodeTracker.Step step = tracker.next(watch, assessment);
            watch = step.watch();
            step.change().ifPresent(changes::add);
        }
        return changes;
    }

    @Test
    void opens_at_the_first_abnormal_window_of_the_run() {
        var changes = follow(normal(1), abnormal(2, 2), normal(3), abnormal(4, 3), abnormal(5, 1.5));

        assertThat(changes).hasSize(1);
        assertThat(changes.getFirst()).isInstanceOf(EpisodeTracker.Change.Opened.class);
        Episode episode = changes.getFirst().episode();
        assertThat(episode.onsetNanos()).isEqualTo(2 * STRIDE);
        assertThat(episode.updatedNanos()).isEqualTo(5 * STRIDE);
        assertThat(episode.peakScore()).isEqualTo(3);
        assertThat(episode.id()).isEqualTo(EpisodeId.of(PUMP, MODEL.name(), 2 * STRIDE));
    }

    @Test
    void weighs_contributions_by_their_share_over_all_windows_of_the_episode() {
        var changes = follow(
                abnormal(1, 2, new Contribution("flow", 0.8, 4), new Contribution("speed", 0.2, 3)),
                abnormal(2, 2, new Contribution("flow", 0.2, -6)),
                abnormal(3, 2));

        // flow: share (0.8 + 0.2 + 0) / 3, deviation (0.8 * 4 - 0.2 * 6) / 1; speed: share 0.2 / 3, deviation 3
        List<Contribution> contributions = changes.getFirst().episode().contributions();
        assertThat(contributions).extracting(Contribution::channel).containsExactly("flow", "speed");
        assertThat(contributions.getFirst().share()).isCloseTo(1.0 / 3, within());
        assertThat(contributions.getFirst().deviation()).isCloseTo(2, within());
        assertThat(contributions.getLast().share()).isCloseTo(0.2 / 3, within());
        assertThat(contributions.getLast().deviation()).isCloseTo(3, within());
    }

    private static Offset<Double> within() {
        return Offset.offset(1e-12); // a handful of additions in double precision
    }

    @ParameterizedTest
    @CsvSource({
        "SENSOR, UNDETERMINED, SENSOR, SENSOR",
        "SENSOR, MACHINE, SENSOR, MACHINE",
        "UNDETERMINED, UNDETERMINED, UNDETERMINED, UNDETERMINED"
    })
    void suspects_a_sensor_only_while_no_window_speaks_against_the_machine(
            Suspect first, Suspect second, Suspect third, Suspect joined) {
        var changes = follow(suspecting(1, first), suspecting(2, second), suspecting(3, third));

        assertThat(changes.getFirst().episode().suspect()).isEqualTo(joined);
        assertThat(follow(suspecting(4, Suspect.MACHINE)).getFirst().episode().suspect())
                .isEqualTo(Suspect.MACHINE);
    }

    @Test
    void names_the_channel_of_the_windows_that_speak_against_a_sensor_and_then_forgets_it() {
        Contribution flow = new Contribution("flow", 1, 4);
        Contribution temperature = new Contribution("temp", 1, -9);
        var opened = follow(
                new Assessment.Abnormal(PUMP, STRIDE, MODEL, 2, List.of(flow), Suspect.UNDETERMINED),
                new Assessment.Abnormal(PUMP, 2 * STRIDE, MODEL, 2, List.of(flow), Suspect.UNDETERMINED),
                new Assessment.Abnormal(PUMP, 3 * STRIDE, MODEL, 2, List.of(temperature), Suspect.SENSOR));
        assertThat(opened.getFirst().episode().contributions()).containsExactly(temperature);

        var machine = follow(new Assessment.Abnormal(PUMP, 4 * STRIDE, MODEL, 2, List.of(flow), Suspect.MACHINE));
        assertThat(machine.getFirst().episode().contributions()).containsExactly(flow);
    }

    private static Assessment suspecting(int window, Suspect suspect) {
        return new Assessment.Abnormal(PUMP, window * STRIDE, MODEL, 2, List.of(), suspect);
    }

    @Test
    void closes_after_the_quiet_period() {
        follow(abnormal(1, 2), abnormal(2, 2), abnormal(3, 2));

        var changes = follow(normal(4), normal(5), normal(6), normal(7));

        assertThat(changes.getLast()).isInstanceOf(EpisodeTracker.Change.Closed.class);
        assertThat(changes.getLast().episode().closedNanos()).contains(7 * STRIDE);
        assertThat(watch.running()).isEmpty();
    }

    @Test
    void stays_open_however_long_the_machine_is_out_of_sight() {
        follow(abnormal(1, 2), abnormal(2, 2), abnormal(3, 2));
        EpisodeWatch before = watch;

        assertThat(follow(unseen(4), unseen(5), unseen(100_000))).isEmpty();
        assertThat(watch).isEqualTo(before);
    }

    @Test
    void windows_out_of_sight_do_not_help_to_open_an_episode() {
        assertThat(follow(abnormal(1, 2), unseen(2), unseen(3), abnormal(4, 2))).isEmpty();
        assertThat(follow(abnormal(5, 2))).hasSize(1);
    }

    @Test
    void a_new_version_of_the_model_goes_on_with_the_same_episode() {
        Episode opened = follow(abnormal(1, 2), abnormal(2, 2), abnormal(3, 2))
                .getFirst()
                .episode();
        ModelRef next = new ModelRef(MODEL.name(), 2);

        var changes = follow(new Assessment.Abnormal(PUMP, 4 * STRIDE, next, 5, List.of()));

        assertThat(changes.getFirst()).isInstanceOf(EpisodeTracker.Change.Continued.class);
        assertThat(changes.getFirst().episode().id()).isEqualTo(opened.id());
        assertThat(changes.getFirst().episode().model()).isEqualTo(MODEL);
        assertThat(changes.getFirst().episode().peakScore()).isEqualTo(5);
    }

    @Test
    void the_verdict_counts_and_not_the_number() {
        follow(
                new Assessment.Normal(PUMP, STRIDE, MODEL, 9),
                new Assessment.Normal(PUMP, 2 * STRIDE, MODEL, 9),
                new Assessment.Normal(PUMP, 3 * STRIDE, MODEL, 9));
        assertThat(watch.rule().open()).isFalse();

        assertThat(follow(abnormal(4, 0.1), abnormal(5, 0.1), abnormal(6, 0.1))).hasSize(1);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void replays_and_restarts_make_the_same_episodes(long seed) {
        List<Assessment> assessments = random(new SplittableRandom(seed));
        List<EpisodeTracker.Change> once = follow(assessments.toArray(Assessment[]::new));
        EpisodeWatch end = watch;

        watch = EpisodeWatch.initial();
        SplittableRandom random = new SplittableRandom(seed + 1000);
        List<EpisodeTracker.Change> torn = new ArrayList<>();
        int at = 0;
        while (at < assessments.size()) {
            int from = Math.max(0, at - random.nextInt(20));
            int to = Math.min(assessments.size(), at + 1 + random.nextInt(20));
            torn.addAll(follow(assessments.subList(from, to).toArray(Assessment[]::new)));
            watch = AlarmJson.watch(AlarmJson.of(watch)); // a restart: out to the database and back
            at = to;
        }

        assertThat(torn).isEqualTo(once);
        assertThat(watch).isEqualTo(end);
        assertThat(once).isNotEmpty();
    }

    /** Alternates calm and disturbed stretches of random length. */
    private static List<Assessment> random(SplittableRandom random) {
        List<Assessment> assessments = new ArrayList<>();
        boolean disturbed = false;
        for (int window = 1; window <= 500; window++) {
            disturbed = random.nextInt(25) == 0 ? !disturbed : disturbed;
            double score = disturbed ? 1 + random.nextDouble() * 3 : random.nextDouble();
            assessments.add(
                    random.nextInt(10) == 0
                            ? unseen(window)
                            : score > 1
                                    ? abnormal(window, score, new Contribution("flow", random.nextDouble(), score))
                                    : new Assessment.Normal(PUMP, window * STRIDE, MODEL, score));
        }
        return assessments;
    }
}
