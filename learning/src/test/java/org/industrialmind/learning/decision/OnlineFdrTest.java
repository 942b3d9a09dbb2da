package org.industrialmind.learning.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.industrialmind.foundations.statistics.Moments;
import org.industrialmind.foundations.statistics.Normal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnlineFdrTest {
    private static final double LEVEL = 0.1;
    private static final int MACHINES = 40;
    private static final int ROUNDS = 20;
    private static final int FLEETS = 30;

    /** What became of one simulated fleet. */
    private record Outcome(int alarms, int wrong, int faults) {
        double falseShare() {
            return alarms == 0 ? 0 : (double) wrong / alarms;
        }

        double found() {
            return faults == 0 ? 1 : (double) (alarms - wrong) / faults;
        }
    }

    /**
     * Runs a fleet, all machines once a round.
     *
     * @param faulty share of decisions about a machine that is faulty
     * @param shared share of the variance that all machines of a round have in common, as the weather
     */
    private static Outcome fleet(OnlineFdr rule, double faulty, double shared, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        FdrState state = FdrState.initial();
        int alarms = 0;
        int wrong = 0;
        int faults = 0;
        for (int round = 0; round < ROUNDS; round++) {
            double weather = random.nextGaussian();
            for (int machine = 0; machine < MACHINES; machine++) {
                boolean fault = random.nextDouble() < faulty;
                double z = Math.sqrt(shared) * weather + Math.sqrt(1 - shared) * random.nextGaussian();
                OnlineFdr.Decision decision = rule.decide(state, Math.max(1e-300, Normal.tail(fault ? z + 4 : z)));
                state = decision.state();
                faults += fault ? 1 : 0;
                alarms += decision.alarm() ? 1 : 0;
                wrong += decision.alarm() && !fault ? 1 : 0;
            }
        }
        return new Outcome(alarms, wrong, faults);
    }

    private static void assertKept(
            OnlineFdr rule, int fleets, double faulty, double shared, double leastFound, long seed) {
        Moments shares = Moments.NONE;
        Moments excess = Moments.NONE;
        Moments found = Moments.NONE;
        for (int i = 0; i < fleets; i++) {
            Outcome outcome = fleet(rule, faulty, shared, 1000 * seed + i);
            shares = shares.with(outcome.falseShare());
            excess = excess.with(outcome.wrong() - LEVEL * Math.max(1, outcome.alarms()));
            found = found.with(outcome.found());
        }
        String what = rule + " with " + faulty + " faulty, " + shared + " shared";
        if (shared == 0) { // the expected share
            assertThat(shares.mean()).as("false share of " + what).isLessThanOrEqualTo(LEVEL + threeErrors(shares));
        }
        // the ratio of the expected numbers, wrong to all: what is promised under dependence too
        assertThat(excess.mean()).as("wrong alarms of " + what).isLessThanOrEqualTo(threeErrors(excess));
        assertThat(found.mean()).as("found by " + what).isGreaterThan(leastFound);
    }

    private static double threeErrors(Moments moments) {
        return 3 * moments.deviation() / Math.sqrt(moments.count());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void of_independent_machines_stays_below_the_level(long seed) {
        for (double faulty : new double[] {0, 0.02, 0.2}) {
            double least = faulty == 0 ? 0.99 : faulty < 0.05 ? 0.25 : 0.5; // nothing to find is all found
            assertKept(new OnlineFdr.Lord(LEVEL, 0), FLEETS, faulty, 0, least, seed);
            assertKept(new OnlineFdr.Saffron(LEVEL, 0.5, 0), FLEETS, faulty, 0, least, seed);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void of_machines_that_share_the_weather_stays_below_the_level_with_a_lag(long seed) {
        // false alarms come in bursts with the weather: it takes many fleets to see a tenth too many
        assertKept(new OnlineFdr.Lord(LEVEL, MACHINES), FLEETS, 0.2, 0.3, 0.5, seed);
        assertKept(new OnlineFdr.Saffron(LEVEL, 0.5, MACHINES), 8 * FLEETS, 0.2, 0.3, 0.5, seed);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void that_forgets_keeps_the_share_among_recent_alarms_and_never_falls_asleep(long seed) {
        double decay = 0.999;
        OnlineFdr.Remembering rule = new OnlineFdr.Remembering(LEVEL, decay, 1, 0);
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
            alarms = decay * alarms + (decision.alarm() ? 1 : 0);
            wrong = decay * wrong + (decision.alarm() && !fault ? 1 : 0);
            shares = shares.with(wrong / (alarms + rule.smoothing()));
            found += fault && decision.alarm() ? 1 : 0;
            faults += fault ? 1 : 0;
            least = Math.min(least, decision.level());
        }
        assertThat(shares.mean()).isLessThanOrEqualTo(LEVEL);
        assertThat(least).isGreaterThanOrEqualTo(LEVEL * (1 - decay) - 1e-15);
        assertThat((double) found / faults).isGreaterThan(0.8);
    }

    @Test
    void spends_no_more_than_its_wealth() {
        double spent = 0;
        FdrState state = FdrState.initial();
        OnlineFdr.Lord rule = new OnlineFdr.Lord(LEVEL, 0);
        for (int t = 0; t < 20_000; t++) {
            OnlineFdr.Decision decision = rule.decide(state, 1);
            spent += decision.level();
            state = decision.state();
        }
        assertThat(spent).isLessThan(LEVEL / 2).isGreaterThan(0.3 * LEVEL / 2);
    }

    @Test
    void earns_by_an_alarm_and_only_after_the_lag() {
        OnlineFdr.Lord prompt = new OnlineFdr.Lord(LEVEL, 0);
        OnlineFdr.Lord late = new OnlineFdr.Lord(LEVEL, 3);
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
    void does_not_age_by_candidates() {
        OnlineFdr.Saffron rule = new OnlineFdr.Saffron(LEVEL, 0.5, 0);
        FdrState start = FdrState.initial();
        assertThat(rule.level(rule.decide(start, 0.4).state())).isEqualTo(rule.level(start), within(1e-15));
        assertThat(rule.level(rule.decide(start, 0.6).state())).isLessThan(rule.level(start));
    }

    @Test
    void remembers_a_bounded_number_of_alarms() {
        OnlineFdr.Lord rule = new OnlineFdr.Lord(LEVEL, 0);
        FdrState state = FdrState.initial();
        for (int t = 0; t < 1200; t++) {
            state = rule.decide(state, 1e-12).state();
        }
        assertThat(state.rewards()).hasSize(500);
        assertThat(state.firstForgotten()).isTrue();
    }

    @Test
    void refuses_nonsense() {
        assertThatThrownBy(() -> new OnlineFdr.Lord(1, 0)).hasMessageContaining("rate 1.0");
        assertThatThrownBy(() -> new OnlineFdr.Saffron(0.1, 1, 0)).hasMessageContaining("candidate level 1.0");
        assertThatThrownBy(() -> new OnlineFdr.Remembering(0.1, 1, 1, 0)).hasMessageContaining("decay 1.0");
        assertThatThrownBy(() -> new OnlineFdr.Lord(0.1, 0).decide(FdrState.initial(), 0))
                .hasMessageContaining("p value 0.0");
        assertThatThrownBy(() -> new FdrState(0, 0, List.of(), false, List.of()))
                .hasMessageContaining("clock at 0");
    }
}
