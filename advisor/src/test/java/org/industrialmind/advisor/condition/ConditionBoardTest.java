package org.industrialmind.advisor.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.industrialmind.advisor.alarm.Alarm;
import org.industrialmind.advisor.alarm.AlarmPriority;
import org.industrialmind.advisor.alarm.AlarmState;
import org.industrialmind.advisor.condition.ConditionBoard.Condition;
import org.industrialmind.advisor.diagnosis.Diagnosis;
import org.industrialmind.learning.vibration.severity.SeverityTable;
import org.industrialmind.learning.vibration.severity.Zone;
import org.industrialmind.signal.Assessment;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Episode;
import org.industrialmind.signal.EpisodeId;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.ModelRef;
import org.industrialmind.signal.PlantPath;
import org.industrialmind.signal.Suspect;
import org.junit.jupiter.api.Test;

class ConditionBoardTest {
    private static final ModelRef MODEL = new ModelRef("anomaly/pump", 1);
    private static final Asset PUMP = asset("P-101");
    private static final Asset FAN = asset("F-201");
    private static final Instant RECORDED = Instant.parse("2009-03-01T08:00:00Z"); // long before the clock

    private Instant now = Instant.parse("2026-11-20T12:00:00Z");
    private final VibrationWatch vibration = new VibrationWatch(SeverityTable.defaults());
    private final ConditionBoard board = new ConditionBoard(() -> now, vibration);

    private static Asset asset(String tag) {
        return new Asset(
                new AssetId(tag), tag, new EquipmentClass("fan"), new PlantPath("North", "Utilities", "Air"), 3);
    }

    private void windows(Asset asset, Duration from, Duration stride, int count) {
        for (int i = 0; i < count; i++) {
            Instant end = RECORDED.plus(from).plus(stride.multipliedBy(i));
            board.on(new Assessment.Normal(
                    asset.id(), end.getEpochSecond() * 1_000_000_000L, new ModelRef("anomaly/fan", 1), 0.3));
        }
    }

    private Condition condition(Asset asset) {
        return board.standing(asset, List.of(), Optional.empty()).condition();
    }

    @Test
    void a_machine_that_falls_behind_the_others_is_silent() {
        windows(PUMP, Duration.ZERO, Duration.ofSeconds(10), 3);
        windows(FAN, Duration.ofMinutes(6), Duration.ofSeconds(10), 3);
        assertThat(condition(PUMP)).isEqualTo(Condition.SILENT);
        assertThat(condition(FAN)).isEqualTo(Condition.NORMAL);
    }

    @Test
    void a_plant_from_which_nothing_arrives_is_silent_until_something_does() {
        windows(PUMP, Duration.ZERO, Duration.ofSeconds(10), 3);
        windows(FAN, Duration.ZERO, Duration.ofSeconds(10), 3);
        now = now.plus(ConditionBoard.SILENCE);
        assertThat(condition(PUMP))
                .as("a recording is not silent for being old")
                .isEqualTo(Condition.NORMAL);
        now = now.plusSeconds(1);
        assertThat(board.ranked(List.of(PUMP, FAN), List.of(), List.of()))
                .extracting(ConditionBoard.Standing::condition)
                .containsExactly(Condition.SILENT, Condition.SILENT);
        windows(FAN, Duration.ofMinutes(1), Duration.ofSeconds(10), 1);
        assertThat(condition(PUMP)).isEqualTo(Condition.NORMAL);
    }

    @Test
    void a_slow_machine_is_not_silent_between_two_windows_of_a_fast_one() {
        windows(PUMP, Duration.ZERO, Duration.ofMinutes(10), 2); // the last after 10 minutes
        windows(FAN, Duration.ofMinutes(19), Duration.ofSeconds(10), 3);
        assertThat(condition(PUMP)).isEqualTo(Condition.NORMAL);
        windows(FAN, Duration.ofMinutes(41), Duration.ofSeconds(10), 3);
        assertThat(condition(PUMP)).isEqualTo(Condition.SILENT);
    }

    @Test
    void a_plant_of_slow_signals_is_given_the_time_of_three_windows() {
        windows(PUMP, Duration.ZERO, Duration.ofMinutes(10), 2);
        now = now.plus(Duration.ofMinutes(30));
        assertThat(condition(PUMP)).isEqualTo(Condition.NORMAL);
        now = now.plusSeconds(1);
        assertThat(condition(PUMP)).isEqualTo(Condition.SILENT);
    }

    @Test
    void a_machine_of_which_nothing_is_known_waits_and_is_not_silent() {
        assertThat(condition(PUMP)).isEqualTo(Condition.UNKNOWN);
        now = now.plus(Duration.ofDays(1));
        assertThat(condition(PUMP)).isEqualTo(Condition.UNKNOWN);
    }

    @Test
    void one_machine_and_the_whole_plant_show_the_same_alarm_however_alarms_are_ordered() {
        board.on(new Assessment.Abnormal(PUMP.id(), 100, MODEL, 1.5, List.of()));
        Alarm over = alarm("old", AlarmPriority.HIGH, AlarmState.RETURNED, Optional.of(50L));
        Alarm running = alarm("newer", AlarmPriority.MEDIUM, AlarmState.UNACKNOWLEDGED, Optional.empty());

        for (List<Alarm> open : List.of(List.of(over, running), List.of(running, over))) {
            ConditionBoard.Standing one = board.standing(PUMP, open, Optional.empty());
            assertThat(one.alarm()).contains(running);
            assertThat(one.condition()).isEqualTo(Condition.ABNORMAL);
            assertThat(board.ranked(List.of(PUMP), open, List.of())).containsExactly(one);
        }
    }

    @Test
    void a_normal_machine_that_vibrates_in_zone_d_is_told_of_and_ranks_below_any_new_alarm() {
        Asset shaking = VibrationWatchTest.FAN;
        windows(shaking, Duration.ZERO, Duration.ofSeconds(10), 1);
        assertThat(board.standing(shaking, List.of(), Optional.empty()).vibration())
                .isEmpty();
        VibrationWatchTest.run(vibration, 6, 60);

        ConditionBoard.Standing standing = board.standing(shaking, List.of(), Optional.empty());
        assertThat(standing.condition()).isEqualTo(Condition.NORMAL);
        assertThat(standing.headline())
                .isEqualTo("Running as it usually does; vibrates in zone D, enough to cause damage");
        assertThat(standing.vibration().orElseThrow().zone()).isEqualTo(Zone.D);
        assertThat(standing.urgency()).isBetween(20, 60);

        now = now.plus(ConditionBoard.SILENCE).plusSeconds(1);
        assertThat(board.standing(shaking, List.of(), Optional.empty()).vibration())
                .as("a silent machine says nothing of its vibration")
                .isEmpty();
    }

    private static Alarm alarm(String message, AlarmPriority priority, AlarmState state, Optional<Long> closed) {
        EpisodeId id = EpisodeId.of(PUMP.id(), MODEL.name(), message.length());
        return new Alarm(
                id,
                PUMP.id(),
                priority,
                state,
                message,
                Instant.EPOCH,
                Instant.EPOCH,
                new Episode(id, PUMP.id(), 10, 40, closed, 1.5, List.of(), Suspect.MACHINE, MODEL),
                Diagnosis.unknown("no graph"),
                Optional.empty(),
                Optional.empty());
    }
}
