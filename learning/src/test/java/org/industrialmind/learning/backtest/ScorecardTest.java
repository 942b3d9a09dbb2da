package org.industrialmind.learning.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.industrialmind.signal.AssetId;
import org.junit.jupiter.api.Test;

/** Hits, misses and lead times that can be counted on the fingers. */
class ScorecardTest {
    private static final long HOUR = Duration.ofHours(1).toNanos();
    private static final AssetId PUMP = new AssetId("P-101");
    private static final AssetId FAN = new AssetId("F-7");

    @Test
    void counts_hits_misses_and_false_alarms_with_their_times() {
        ArmRecord record = record(
                episode(PUMP, 9, 10, 12), // raised two hours after the first sign, six before the end
                episode(PUMP, 13, 14, 15), // a second alarm of the same event is right, but not the first
                episode(PUMP, 40, 41, 42), // of nothing known
                episode(FAN, 9, 10, 12)); // the other machine's event is not this one's
        List<KnownEvent> events = List.of(
                new KnownEvent(PUMP, 8 * HOUR, 16 * HOUR, "bearing wear"),
                new KnownEvent(FAN, 20 * HOUR, 30 * HOUR, "fouling"));
        Scorecard card = Scorecard.of(record, events, 2, Duration.ofDays(3));
        assertThat(card.alarms()).isEqualTo(4);
        assertThat(card.alarmsPerDay()).isCloseTo(4 / 3.0, within(1e-12));
        assertThat(card.alarmsPerAssetMonth()).isCloseTo(4 / (2 * 3 / 30.0), within(1e-9));
        assertThat(card.hits()).isEqualTo(1);
        assertThat(card.missed()).extracting(KnownEvent::what).containsExactly("fouling");
        assertThat(card.falseAlarms()).isEqualTo(2);
        assertThat(card.medianDelayHours()).hasValue(2);
        assertThat(card.medianLeadHours()).hasValue(6);
    }

    @Test
    void does_not_punish_an_alarm_for_coming_before_the_sign() {
        ArmRecord record = record(episode(PUMP, 2, 3, 9));
        KnownEvent event = new KnownEvent(PUMP, 5 * HOUR, 8 * HOUR, "leak");
        Scorecard card = Scorecard.of(record, List.of(event), 1, Duration.ofDays(1));
        assertThat(card.medianDelayHours()).hasValue(0);
        assertThat(card.medianLeadHours())
                .hasValue(3); // from the sign: what it told before may have been another thing
    }

    @Test
    void an_alarm_after_the_end_is_no_hit_though_its_onset_was_before() {
        ArmRecord record = record(episode(PUMP, 7, 9, 12));
        KnownEvent event = new KnownEvent(PUMP, 5 * HOUR, 8 * HOUR, "leak");
        Scorecard card = Scorecard.of(record, List.of(event), 1, Duration.ofDays(1));
        assertThat(card.missed()).containsExactly(event);
        assertThat(card.falseAlarms()).isEqualTo(1);
    }

    @Test
    void takes_an_alarm_that_is_still_open_to_last() {
        ReplayedEpisode open = new ReplayedEpisode(PUMP, HOUR, 2 * HOUR, OptionalLong.empty(), 3, "");
        KnownEvent later = new KnownEvent(PUMP, 100 * HOUR, 120 * HOUR, "seizure");
        assertThat(Scorecard.of(record(open), List.of(later), 1, Duration.ofDays(5))
                        .hits())
                .isEqualTo(1);
    }

    @Test
    void says_nothing_of_lead_where_nothing_was_hit() {
        Scorecard card = Scorecard.of(record(), List.of(), 1, Duration.ofDays(1));
        assertThat(card.medianLeadHours()).isEmpty();
        assertThat(card.alarmsPerDay()).isZero();
        assertThatThrownBy(() -> Scorecard.of(record(), List.of(), 0, Duration.ofDays(1)))
                .hasMessageContaining("at least one machine");
        assertThatThrownBy(() -> new KnownEvent(PUMP, 5, 5, "nothing")).hasMessageContaining("an end after the start");
        assertThatThrownBy(() -> episode(PUMP, 3, 2, 5)).hasMessageContaining("in order of time");
    }

    private static ArmRecord record(ReplayedEpisode... episodes) {
        return new ArmRecord("now", List.of(episodes), 1000, 10, Map.of());
    }

    private static ReplayedEpisode episode(AssetId asset, long onset, long raised, long closed) {
        return new ReplayedEpisode(asset, onset * HOUR, raised * HOUR, OptionalLong.of(closed * HOUR), 2, "flow");
    }
}
