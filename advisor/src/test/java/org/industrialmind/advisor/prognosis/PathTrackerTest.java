package org.industrialmind.advisor.prognosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.industrialmind.learning.anomaly.EpisodeRule;
import org.industrialmind.learning.prognosis.path.Experience;
import org.industrialmind.learning.prognosis.path.FleetPrior;
import org.industrialmind.learning.prognosis.path.WearCurve;
import org.industrialmind.signal.Assessment;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.EpisodeId;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.ModelRef;
import org.industrialmind.signal.PlantPath;
import org.industrialmind.signal.Suspect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The path of a machine from its assessments, and what is said of its life on the way. */
final class PathTrackerTest {
    private static final Asset PUMP = new Asset(
            new AssetId("P-101"),
            "Feed water pump A",
            new EquipmentClass("centrifugal-pump"),
            new PlantPath("North", "Utilities", "Feed water"),
            5);
    private static final ModelRef MODEL = new ModelRef("anomaly/centrifugal-pump", 1);
    private static final long STRIDE = Duration.ofSeconds(10).toNanos();
    private static final PrognosisSettings SETTINGS = new PrognosisSettings(
            new EpisodeRule(3, 5, 0.6, Duration.ofSeconds(30)), Duration.ofMinutes(1), 6, 0.01, Duration.ofDays(365));
    private static final FleetExperience FLEET = new FleetExperience(
            "by hand",
            1,
            Map.of(),
            Map.of(
                    "centrifugal-pump",
                    new Experience(new WearCurve(List.of(0.0, 3.0)), FleetPrior.ofUnrest(0.1, 0.02, 6), 9)));

    private final PathTracker tracker = new PathTracker(SETTINGS);
    private final Prognoser prognoser = new Prognoser(FLEET, SETTINGS);
    private PathWatch watch = PathWatch.initial();

    private static Assessment seen(int window, double score) {
        return score > 1
                ? new Assessment.Abnormal(PUMP.id(), window * STRIDE, MODEL, score, List.of())
                : new Assessment.Normal(PUMP.id(), window * STRIDE, MODEL, score);
    }

    private void follow(int from, int to, IntToDoubleFunction score) {
        for (int window = from; window < to; window++) {
            watch = tracker.next(watch, seen(window, score.applyAsDouble(window)));
        }
    }

    private Prognosis now() {
        return prognoser.of(PUMP, watch, Optional.of("pump.bearing-wear"));
    }

    @Test
    void what_a_suspect_sensor_reads_is_no_step_on_the_path() {
        follow(1, 60, window -> 2);
        PathWatch before = watch;

        watch = tracker.next(
                watch, new Assessment.Abnormal(PUMP.id(), 60 * STRIDE, MODEL, 50, List.of(), Suspect.SENSOR));

        assertThat(watch.path()).isEqualTo(before.path());
        assertThat(watch.rule().lastNanos()).isEqualTo(60 * STRIDE);
    }

    @Test
    void a_sensor_that_fails_while_the_machine_settles_opens_the_episode_that_the_alarm_desk_opens() {
        PathTracker settling = new PathTracker(
                new PrognosisSettings(EpisodeRule.defaults(), Duration.ofMinutes(1), 6, 0.01, Duration.ofDays(365)));
        watch = settling.next(watch, seen(1, 0.2));
        int back = 1_000; // almost three hours later
        for (int window = back; window < back + 10; window++) {
            watch = settling.next(
                    watch, new Assessment.Abnormal(PUMP.id(), window * STRIDE, MODEL, 9, List.of(), Suspect.SENSOR));
        }
        assertThat(watch.rule().open()).isTrue();
        assertThat(watch.rule().onsetNanos()).isEqualTo(back * STRIDE);
    }

    @Test
    void a_healthy_machine_has_no_end_in_sight() {
        follow(1, 1000, window -> 0.3);
        assertThat(watch.path()).isEmpty();
        assertThat(now().outlook()).isEqualTo(Prognosis.Outlook.HEALTHY);
        assertThat(now().life().noEndInSight()).isTrue();
        assertThat(now().life().healthIndex()).isEqualTo(1);
    }

    @Test
    void the_path_begins_with_the_episode_of_the_alarm_desk() {
        follow(1, 10, window -> 0.3);
        follow(10, 20, window -> 2);
        assertThat(watch.rule().onsetNanos()).isEqualTo(10 * STRIDE);
        assertThat(now().episode()).contains(EpisodeId.of(PUMP.id(), MODEL.name(), 10 * STRIDE));
        assertThat(now().outlook()).isEqualTo(Prognosis.Outlook.TOO_EARLY);
        assertThat(now().life().noEndInSight()).isTrue();
    }

    @Test
    void what_is_abnormal_without_growing_has_no_end_in_sight() {
        SplittableRandom random = new SplittableRandom(4);
        follow(1, 400, window -> 2 + 0.2 * random.nextDouble());
        assertThat(now().outlook()).isEqualTo(Prognosis.Outlook.STEADY);
        assertThat(now().life().noEndInSight()).isTrue();
        assertThat(now().life().healthIndex()).isCloseTo(1 - Math.log(2.1) / 3, within(0.03));
    }

    @Test
    void what_grows_has_an_end_where_its_path_leads() {
        // the level rises by 3 in 600 windows: 100 minutes from the limit to failure, 60 of them gone
        follow(1, 361, window -> Math.exp(3.0 * window / 600));
        Prognosis prognosis = now();
        assertThat(prognosis.outlook()).isEqualTo(Prognosis.Outlook.WEARING);
        assertThat(prognosis.life().hours(0.5)).isCloseTo(40 / 60.0, within(0.15));
        assertThat(prognosis.life().healthIndex()).isCloseTo(0.4, within(0.08)); // as of the last complete block
        assertThat(prognosis.machines()).isEqualTo(9);
        assertThat(prognosis.watched()).isEqualTo(Duration.ofSeconds(3590));
    }

    @Test
    void what_grows_without_a_clear_failure_mode_has_no_end_named() {
        follow(1, 361, window -> Math.exp(3.0 * window / 600));
        Prognosis prognosis = prognoser.of(PUMP, watch, Optional.empty());
        assertThat(prognosis.outlook()).isEqualTo(Prognosis.Outlook.UNDETERMINED);
        assertThat(prognosis.life().noEndInSight()).isTrue();
        assertThat(prognosis.life().healthIndex()).isEqualTo(now().life().healthIndex());
    }

    @Test
    void health_does_not_come_back_until_the_episode_is_over() {
        follow(1, 300, window -> Math.exp(3.0 * window / 600));
        double health = now().life().healthIndex();
        follow(300, 320, window -> 1.5);
        assertThat(now().life().healthIndex()).isLessThanOrEqualTo(health);
        follow(320, 340, window -> 0.2);
        assertThat(now().outlook()).isEqualTo(Prognosis.Outlook.HEALTHY);
        assertThat(now().life().healthIndex()).isEqualTo(1);
    }

    @Test
    void without_experience_it_says_so() {
        Asset mixer = new Asset(PUMP.id(), "Mixer", new EquipmentClass("agitator"), PUMP.path(), 2);
        follow(1, 361, window -> Math.exp(3.0 * window / 600));
        Prognosis prognosis = prognoser.of(mixer, watch, Optional.empty());
        assertThat(prognosis.outlook()).isEqualTo(Prognosis.Outlook.NO_EXPERIENCE);
        assertThat(prognosis.life().noEndInSight()).isTrue();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void replays_and_restarts_make_the_same_path(long seed) {
        List<Assessment> assessments = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(seed);
        for (int window = 1; window < 600; window++) {
            assessments.add(
                    random.nextInt(10) == 0
                            ? new Assessment.NotAssessable(
                                    PUMP.id(), window * STRIDE, Assessment.Reason.TOO_FEW_READINGS)
                            : seen(window, Math.exp(2 * Math.sin(window / 90.0) + 0.3 * random.nextGaussian())));
        }
        for (Assessment assessment : assessments) {
            watch = tracker.next(watch, assessment);
        }
        PathWatch torn = PathWatch.initial();
        JsonMapper json = JsonMapper.builder().build();
        for (int at = 0; at < assessments.size(); ) {
            int to = Math.min(assessments.size(), at + 1 + random.nextInt(40));
            for (Assessment assessment : assessments.subList(Math.max(0, at - random.nextInt(20)), to)) {
                torn = tracker.next(torn, assessment);
            }
            torn = json.readValue(json.writeValueAsString(torn), PathWatch.class); // out to the database and back
            at = to;
        }
        assertThat(torn).isEqualTo(watch);
    }

    @Test
    void the_plants_experience_can_be_read_and_covers_its_classes() {
        FleetExperience plant = FleetExperience.ofSimulatedPlant();
        assertThat(plant.classes()).containsOnlyKeys("centrifugal-pump", "fan", "heat-exchanger", "induction-motor");
        assertThat(plant.of(PUMP.equipmentClass(), Optional.of("pump.bearing-wear"))
                        .orElseThrow())
                .isEqualTo(plant.modes().get("pump.bearing-wear"));
        assertThat(plant.of(PUMP.equipmentClass(), Optional.of("pump.unheard-of"))
                        .orElseThrow())
                .isEqualTo(plant.classes().get("centrifugal-pump"));
        assertThat(plant.of(new EquipmentClass("agitator"), Optional.empty())).isEmpty();
    }
}
