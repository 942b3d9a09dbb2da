package org.industrialmind.learning.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.industrialmind.learning.anomaly.EpisodeRule.Event;
import org.industrialmind.signal.Suspect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EpisodeRuleTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long STRIDE = 10 * SECOND;
    private static final EpisodeRule RULE = new EpisodeRule(3, 5, 0.6, Duration.ofSeconds(30));

    private EpisodeState state = EpisodeState.initial();
    private long now;

    private Optional<Event> see(double score) {
        return seeAt(now + STRIDE, score);
    }

    private Optional<Event> seeAt(long end, double score) {
        return seeAt(RULE, end, score);
    }

    private Optional<Event> seeAt(EpisodeRule rule, long end, double score) {
        now = Math.max(now, end);
        EpisodeRule.Step step = rule.next(state, end, score);
        state = step.state();
        return step.event();
    }

    @Test
    void opens_after_enough_abnormal_windows_and_tells_when_it_began() {
        assertThat(see(0.5)).isEmpty();
        assertThat(see(1.2)).isEmpty();
        assertThat(see(0.9)).isEmpty();
        assertThat(see(1.1)).isEmpty();
        assertThat(see(1.3)).contains(new Event.Opened(2 * STRIDE));
        assertThat(state.onsetNanos()).isEqualTo(2 * STRIDE);
    }

    @Test
    void forgets_abnormal_windows_that_are_too_long_ago() {
        see(2);
        see(2);
        for (int i = 0; i < 4; i++) {
            assertThat(see(0)).isEmpty();
        }
        assertThat(see(2)).isEmpty();
        assertThat(see(2)).isEmpty();
        assertThat(see(2)).contains(new Event.Opened(7 * STRIDE));
    }

    @Test
    void does_not_call_the_limit_itself_abnormal() {
        for (int i = 0; i < 10; i++) {
            assertThat(see(1)).isEmpty();
        }
    }

    @Test
    void closes_after_the_quiet_period() {
        open();
        assertThat(see(0.5)).contains(new Event.Continued());
        assertThat(see(0.5)).contains(new Event.Continued());
        assertThat(see(0.5)).contains(new Event.Continued());
        assertThat(see(0.5)).contains(new Event.Closed());
        assertThat(state.open()).isFalse();
        assertThat(see(0.5)).isEmpty();
    }

    @Test
    void stays_open_between_off_level_and_limit() {
        open();
        for (int i = 0; i < 100; i++) {
            assertThat(see(0.6)).contains(new Event.Continued());
        }
    }

    @Test
    void begins_the_quiet_period_anew_when_it_is_loud_again() {
        open();
        see(0.1);
        see(0.1);
        see(0.1);
        assertThat(see(0.7)).contains(new Event.Continued());
        assertThat(see(0.1)).contains(new Event.Continued());
        assertThat(see(0.1)).contains(new Event.Continued());
        assertThat(see(0.1)).contains(new Event.Continued());
        assertThat(see(0.1)).contains(new Event.Closed());
    }

    @Test
    void needs_as_many_abnormal_windows_to_open_again() {
        open();
        for (int i = 0; i < 4; i++) {
            see(0);
        }
        assertThat(see(2)).isEmpty();
        assertThat(see(2)).isEmpty();
        assertThat(see(2)).containsInstanceOf(Event.Opened.class);
    }

    @Test
    void ignores_windows_it_has_seen() {
        see(2);
        EpisodeState before = state;
        assertThat(seeAt(now, 2)).isEmpty();
        assertThat(seeAt(now - STRIDE, 2)).isEmpty();
        assertThat(state).isEqualTo(before);
    }

    @Test
    void waits_for_a_machine_that_was_away_to_settle() {
        EpisodeRule rule = new EpisodeRule(2, 2, 0.6, Duration.ZERO, Duration.ofMinutes(5), Duration.ofMinutes(20));
        seeAt(rule, STRIDE, 0.5);
        long back = STRIDE + Duration.ofMinutes(10).toNanos();
        long settled = back + Duration.ofMinutes(20).toNanos();
        for (long end = back; end < settled; end += STRIDE) {
            assertThat(seeAt(rule, end, 3)).isEmpty();
        }
        assertThat(seeAt(rule, settled, 3)).isEmpty();
        assertThat(seeAt(rule, settled + STRIDE, 3)).contains(new Event.Opened(settled));
    }

    @Test
    void tells_of_a_sensor_while_the_machine_settles() {
        EpisodeRule rule = new EpisodeRule(2, 2, 0.6, Duration.ZERO, Duration.ofMinutes(5), Duration.ofMinutes(20));
        seeAt(rule, STRIDE, 0.5);
        long back = STRIDE + Duration.ofMinutes(10).toNanos();
        seeAt(rule, back, 3);
        state = rule.next(state, back + STRIDE, 3, Suspect.SENSOR).state();
        assertThat(seeAt(rule, back + 2 * STRIDE, 3)).isEmpty();
        state = rule.next(state, back + 3 * STRIDE, 3, Suspect.SENSOR).state();
        EpisodeRule.Step step = rule.next(state, back + 4 * STRIDE, 3, Suspect.SENSOR);
        assertThat(step.event()).contains(new Event.Opened(back + 3 * STRIDE));
    }

    @ParameterizedTest(name = "after {0} away, {1}")
    @CsvSource({"PT6M, PT20M", "PT1H, PT1H", "PT24H, PT2H"})
    void lets_a_machine_settle_as_long_as_it_was_away_within_bounds(Duration gone, Duration settles) {
        EpisodeRule rule = new EpisodeRule(1, 1, 0.6, Duration.ZERO, Duration.ofMinutes(5), Duration.ofMinutes(20));
        seeAt(rule, STRIDE, 0.5);
        long back = STRIDE + gone.toNanos();
        for (long end = back; end < back + settles.toNanos(); end += STRIDE) {
            assertThat(seeAt(rule, end, 3)).isEmpty();
        }
        assertThat(seeAt(rule, back + settles.toNanos(), 3)).isPresent();
    }

    @Test
    void trusts_a_machine_that_was_away_for_moments_only() {
        EpisodeRule rule = EpisodeRule.defaults();
        seeAt(rule, STRIDE, 0.5);
        long back = STRIDE + Duration.ofMinutes(5).toNanos();
        seeAt(rule, back, 2);
        seeAt(rule, back + STRIDE, 2);
        assertThat(seeAt(rule, back + 2 * STRIDE, 2)).contains(new Event.Opened(back));
    }

    @Test
    void keeps_an_open_episode_while_the_machine_is_away() {
        open();
        long back = now + Duration.ofHours(1).toNanos();
        assertThat(seeAt(EpisodeRule.defaults(), back, 2)).contains(new Event.Continued());
        assertThat(state.open()).isTrue();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void opens_and_closes_in_turn_and_does_the_same_when_replayed(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] scores = random.doubles(2000, 0, 1.6).toArray();
        List<Event> first = run(scores);
        assertThat(run(scores)).isEqualTo(first);
        boolean open = false;
        for (Event event : first) {
            assertThat(event instanceof Event.Opened).isEqualTo(!open);
            open = !open;
        }
        assertThat(first).isNotEmpty();
    }

    private static List<Event> run(double[] scores) {
        EpisodeRule rule = new EpisodeRule(2, 4, 0.9, Duration.ofSeconds(10));
        EpisodeState state = EpisodeState.initial();
        List<Event> turns = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            EpisodeRule.Step step = rule.next(state, i * STRIDE, scores[i]);
            state = step.state();
            step.event().filter(event -> !(event instanceof Event.Continued)).ifPresent(turns::add);
        }
        return turns;
    }

    @Test
    void refuses_settings_that_make_no_sense() {
        assertThatThrownBy(() -> new EpisodeRule(4, 3, 0.6, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("4 of 3 windows");
        assertThatThrownBy(() -> new EpisodeRule(1, 65, 0.6, Duration.ZERO)).hasMessageContaining("<= 64");
        assertThatThrownBy(() -> new EpisodeRule(1, 1, 1.1, Duration.ZERO)).hasMessageContaining("off level 1.1");
        assertThatThrownBy(() -> new EpisodeRule(1, 1, 1, Duration.ofSeconds(-1)))
                .hasMessageContaining("quiet PT-1S");
    }

    private void open() {
        see(2);
        see(2);
        assertThat(see(2)).containsInstanceOf(Event.Opened.class);
    }
}
