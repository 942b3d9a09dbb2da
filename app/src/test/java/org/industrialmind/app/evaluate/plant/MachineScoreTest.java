package org.industrialmind.app.evaluate.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.industrialmind.app.evaluate.plant.Tally.Count;
import org.industrialmind.signal.AssetId;
import org.industrialmind.simulator.fault.FaultLabel;
import org.industrialmind.simulator.fault.Symptom;
import org.junit.jupiter.api.Test;

/** A day with a machine fault from six to nine, noticeable from seven, and a biased sensor from fifteen to eighteen. */
class MachineScoreTest {
    private static final AssetId ASSET = new AssetId("P-1");
    private static final Instant DAY = Instant.parse("2026-06-05T00:00:00Z");
    private static final FaultLabel FAULT = label(FaultLabel.Kind.PROCESS, 6, 7, 9);
    private static final FaultLabel BIAS = label(FaultLabel.Kind.SENSOR, 15, 15, 18);

    private static Instant hour(double hour) {
        return DAY.plus(Duration.ofMinutes(Math.round(60 * hour)));
    }

    private static FaultLabel label(FaultLabel.Kind kind, int onset, int detectable, int end) {
        return new FaultLabel(
                kind.name(),
                ASSET,
                kind,
                kind == FaultLabel.Kind.PROCESS ? FaultLabel.Severity.FULL : FaultLabel.Severity.NONE,
                "item",
                "mode",
                Optional.empty(),
                Optional.empty(),
                hour(onset),
                Optional.of(hour(detectable)),
                Optional.empty(),
                Optional.of(hour(end)),
                List.of(new Symptom("speed", 1), new Symptom("power", 1)));
    }

    private static SeenEpisode episode(double from, double until, boolean sensor, String... channels) {
        return new SeenEpisode(
                ASSET,
                Truth.nanos(hour(from)),
                Truth.nanos(hour(from)),
                Truth.nanos(hour(until)),
                sensor,
                List.of(channels));
    }

    private static Tally score(SeenEpisode... episodes) {
        Truth truth =
                new Truth(ASSET, List.of(FAULT, BIAS), List.of(FAULT, BIAS), Set.of(BIAS.onset()), Map.of(), hour(24));
        return MachineScore.of(truth, List.of(episodes), DAY);
    }

    @Test
    void a_fault_is_found_by_an_episode_that_opens_while_it_lasts_and_the_delay_counts_from_when_it_was_noticeable() {
        Tally tally = score(episode(7.5, 10, false, "flow", "power"));
        assertThat(tally.recall()).isEqualTo(1);
        assertThat(tally.precision()).isEqualTo(1);
        assertThat(tally.metrics())
                .containsEntry("delay_s_median", 1800.0)
                .containsEntry("top3_contribution", 1.0)
                .containsEntry("top3_first_symptom", 0.0)
                .containsEntry("false_episodes_per_asset_month", 0.0);
    }

    @Test
    void an_episode_that_was_open_before_the_fault_has_not_found_it() {
        Tally tally = score(episode(2, 10, false, "speed"));
        assertThat(tally.recall()).isZero();
        assertThat(tally.precision()).isEqualTo(1); // it was right while the fault lasted
    }

    @Test
    void an_episode_at_nothing_is_false_and_so_is_a_machine_told_for_a_sensor() {
        Tally tally = score(episode(1, 2, false, "flow"), episode(15.5, 18, false, "flow"));
        assertThat(tally.precision()).isZero();
        assertThat(tally.falseEpisodesPerAssetMonth()).isEqualTo(60);
        assertThat(tally.of(Count.FALSE_AT_SENSOR_FAULT)).isEqualTo(1);
        assertThat(tally.metrics()).containsEntry("false_at_nothing", 1.0);
    }

    @Test
    void a_biased_sensor_told_as_a_sensor_is_no_false_episode_and_counts_for_the_split() {
        Tally tally = score(episode(7.5, 9, false, "speed"), episode(15.5, 18, true, "flow"));
        assertThat(tally.falseEpisodesPerAssetMonth()).isZero();
        assertThat(tally.sensorProcessSplit()).isEqualTo(1);
    }

    @Test
    void a_fault_told_as_a_sensor_is_missed_and_wrong() {
        Tally tally = score(episode(7.5, 9, true, "speed"));
        assertThat(tally.recall()).isZero();
        assertThat(tally.of(Count.FAULTS_AS_MACHINE)).isZero();
        assertThat(tally.falseEpisodesPerAssetMonth()).isEqualTo(30);
    }

    @Test
    void alarm_time_on_normal_leaves_out_faults_and_an_hour_after() {
        Tally tally = score(episode(12, 13, false, "flow"));
        // normal are midnight to six, ten to fifteen and nineteen to midnight
        assertThat(tally.of(Count.ALARM_MONTHS_ON_NORMAL) / tally.of(Count.NORMAL_MONTHS))
                .isCloseTo(1.0 / 16, within(1e-3));
    }
}
