package org.industrialmind.learning.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import org.industrialmind.foundations.statistics.Moments;
import org.industrialmind.foundations.statistics.Normal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnlineFdrTest {
    private static final double LEVEL = 0.1;
    private static final double DECAY = 0.999;
    private static final int MACHINES = 40;
    private static final int ROUNDS = 20;
    private static final int FLEETS = 60;

    private static OnlineFdr rule(int lag) {
        return new OnlineFdr(LEVEL, DECAY, 1, lag);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void keeps_the_share_among_recent_alarms_and_never_falls_asleep(long seed) {
        OnlineFdr rule = rule(0);
        SplittableRandom random = new SplittableRandom(seed);
        FdrState state = FdrState.initial();
        double alarms = 0;
        double wrong = 0;
        Moments shares = Moments.NONE;
        int found = 0;
        int faults = 0;
        double least = 1;
        for (int t = 0; t < 40_000; t++) {
            boolean fault = random.nextDouble() < 0.002;
            double p = Math.max(1e-300, Normal.tail(random.nextGaussian() + (fault ? 5 : 0)));
            OnlineFdr.Decision decision = rule.decide(state, p);
            state = decision.state();
            alarms = DECAY * alarms + (decision.alarm() ? 1 : 0);
            wrong = DECAY * wrong + (decision.alarm() && !fault ? 1 : 0);
            shares = shares.with(wrong / (alarms + rule.smoothing()));
            found += fault && decision.alarm() ? 1 : 0;
            faults += fault ? 1 : 0;
            least = Math.min(least, decision.level());
        }
        assertThat(shares.mean()).isLessThanOrEqualTo(LEVEL);
        assertThat(least).isGreaterThanOrEqualTo(LEVEL * (1 - DECAY) - 1e-15);
        assertThat((double) found / faults).isGreaterThan(0.8);
    }

    /**
     * Runs fleets of which a fifth is faulty, all machines once a round, and returns by how many the wrong alarms exceed
     * their share of all, the past being forgotten.
     *
     * @param shared share of the variance that all machines of a round have in common, as the weather
     */
    private static Moments excess(OnlineFdr rule, double shared, long seed) {
        Moments excess = Moments.NONE;
        for (int fleet = 0; fleet < FLEETS; fleet++) {
            SplittableRandom random = new SplittableRandom(1000 * seed + fleet);
            FdrState state = FdrState.initial();
            double alarms = 0;
            double wrong = 0;
            for (int round = 0; round < ROUNDS; round++) {
                double weather = random.nextGaussian();
                for (int machine = 0; machine < MACHINES; machine++) {
                    boolean fault = random.nextDouble() < 0.2;
                    double z = Math.sqrt(shared) * weather + Math.sqrt(1 - shared) * random.nextGaussian();
                    OnlineFdr.Decision decision = rule.decide(state, Math.max(1e-300, Normal.tail(fault ? z + 4 : z)));
                    state = decision.state();
                    alarms = DECAY * alarms + (decision.alarm() ? 1 : 0);
                    wrong = DECAY * wrong + (decision.alarm() && !fault ? 1 : 0);
                }
            }
            excess = excess.with(wrong - LEVEL * (alarms + rule.smoothing()));
        }
        return excess;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void keeps_the_ratio_with_a_lag_where_machines_share_the_weather(long seed) {
        for (Moments excess : List.of(excess(rule(0), 0, seed), excess(rule(MACHINES), 0.3, seed))) {
            assertThat(excess.mean()).isLessThanOrEqualTo(3 * excess.deviation() / Math.sqrt(FLEETS));
        }
    }

    @Test
    void earns_by_an_alarm_and_only_after_the_lag() {
        OnlineFdr prompt = rule(0);
        OnlineFdr late = rule(3);
        FdrState now = prompt.decide(FdrState.initial(), 1e-9).state();
        assertThat(prompt.level(now)).isGreaterThan(prompt.level(FdrState.initial()));
        FdrState waiting = late.decide(FdrState.initial(), 1e-9).state();
        double before = late.level(waiting);
        for (int i = 0; i < 2; i++) {
            waiting = late.decide(waiting, 1).state();
            assertThat(late.level(waiting)).isLessThan(before);
        }
        assertThat(late.level(late.decide(waiting, 1).state())).isGreaterThan(before);
    }

    @Test
    void remembers_a_bounded_number_of_alarms() {
        FdrState state = FdrState.initial();
        for (int t = 0; t < 1200; t++) {
            state = rule(0).decide(state, 1e-12).state();
        }
        assertThat(state.alarms()).hasSize(500).startsWith(701L).endsWith(1200L);
    }

    @Test
    void refuses_nonsense() {
        assertThatThrownBy(() -> new OnlineFdr(1, DECAY, 1, 0)).hasMessageContaining("rate 1.0");
        assertThatThrownBy(() -> new OnlineFdr(LEVEL, 1, 1, 0)).hasMessageContaining("decay 1.0");
        assertThatThrownBy(() -> rule(0).decide(FdrState.initial(), 0)).hasMessageContaining("p value 0.0");
        assertThatThrownBy(() -> new FdrState(-1, List.of())).hasMessageContaining("-1 decisions");
    }
}
