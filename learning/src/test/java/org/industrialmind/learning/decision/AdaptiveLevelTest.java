package org.industrialmind.learning.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdaptiveLevelTest {
    private static final double TARGET = 0.1;
    private static final int BLOCKS = 20_000;

    /** P values of scores that drift: uniform at first, and smaller and smaller. */
    private static double drifting(SplittableRandom random, int block) {
        return Math.max(1e-12, Math.pow(random.nextDouble(), 1 + 2.0 * block / BLOCKS));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void keeps_the_share_of_alarms_under_drift_within_the_bound(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        AdaptiveLevel adaptive = AdaptiveLevel.of(TARGET);
        int alarms = 0;
        int fixed = 0;
        for (int block = 0; block < BLOCKS; block++) {
            double p = drifting(random, block);
            alarms += adaptive.alarm(p) ? 1 : 0;
            fixed += p <= TARGET ? 1 : 0;
            adaptive = adaptive.after(p, false);
        }
        double bound = (1 - TARGET + adaptive.step()) / (adaptive.step() * BLOCKS); // holds always, not in probability
        assertThat((double) alarms / BLOCKS).isEqualTo(TARGET, within(bound));
        assertThat((double) fixed / BLOCKS).as("of a level that stays").isGreaterThan(2 * TARGET);
    }

    @Test
    void holds_the_bound_against_the_worst_that_can_come() {
        AdaptiveLevel adaptive = AdaptiveLevel.of(TARGET);
        int alarms = 0;
        for (int block = 0; block < BLOCKS; block++) {
            double p = block < BLOCKS / 2 ? 1e-9 : 1; // as abnormal as can be, then nothing at all
            alarms += adaptive.alarm(p) ? 1 : 0;
            adaptive = adaptive.after(p, false);
        }
        assertThat((double) alarms / BLOCKS)
                .isLessThanOrEqualTo(TARGET + (1 - TARGET + adaptive.step()) / (adaptive.step() * BLOCKS));
    }

    @Test
    void learns_nothing_while_an_episode_is_open() {
        AdaptiveLevel adaptive = AdaptiveLevel.of(TARGET);
        AdaptiveLevel before = adaptive;
        for (int block = 0; block < 1000; block++) {
            adaptive = adaptive.after(1e-9, true);
        }
        assertThat(adaptive).isEqualTo(before);
        assertThat(adaptive.after(1e-9, false).level()).isLessThan(before.level());
    }

    @Test
    void falls_silent_for_a_month_after_one_alarm_at_the_usual_budget() {
        AdaptiveLevel adaptive = AdaptiveLevel.of(1.0 / 720).after(1e-9, false); // why a policy keeps a margin instead
        int silent = 0;
        while (!adaptive.alarm(1e-9)) {
            adaptive = adaptive.after(1e-9, false);
            silent++;
        }
        assertThat(silent).isBetween(400, 720);
    }

    @Test
    void refuses_what_is_no_level() {
        assertThatThrownBy(() -> AdaptiveLevel.of(0)).hasMessageContaining("target 0.0");
        assertThatThrownBy(() -> new AdaptiveLevel(0.1, 0, 0.1)).hasMessageContaining("step 0.0");
    }
}
