package org.industrialmind.foundations.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DescentTest {
    private static final double[] BOTTOM = {0, 1, 2};

    @Test
    void the_first_step_of_plain_descent_is_the_rate_times_the_slope() {
        double[] x = {5};
        GradientDescent.plain(0.1).start(1).step(x, new double[] {2}, 0.5);
        assertThat(x[0]).isCloseTo(5 - 0.1 * 0.5 * 2, within(1e-15));
    }

    @Test
    void momentum_adds_up_what_gradients_agree_on() {
        double[] x = {0};
        UpdateRule.Run run = GradientDescent.withMomentum(1, 0.5).start(1);
        for (int i = 0; i < 3; i++) {
            run.step(x, new double[] {1}, 1);
        }
        assertThat(x[0]).isEqualTo(-(1 + 1.5 + 1.75));
        double[] ahead = {0};
        GradientDescent.nesterov(1, 0.5).start(1).step(ahead, new double[] {1}, 1);
        assertThat(ahead[0]).isEqualTo(-1.5);
    }

    @Test
    void the_first_step_of_adam_is_the_rate_whatever_the_scale() {
        double[] x = {1, 1};
        Adam.of(0.01).start(2).step(x, new double[] {1e-3, -1e6}, 1);
        assertThat(x).containsExactly(new double[] {0.99, 1.01}, within(1e-6));
    }

    @Test
    void decoupled_decay_shrinks_a_parameter_without_slope() {
        double[] x = {2};
        Adam.withDecay(0.1, 0.5).start(1).step(x, new double[] {0}, 1);
        assertThat(x[0]).isCloseTo(2 * (1 - 0.1 * 0.5), within(1e-15));
    }

    @Test
    void every_rule_finds_the_bottom_of_a_bowl() {
        double[] start = {9, -9, 9};
        for (UpdateRule rule : new UpdateRule[] {
            GradientDescent.plain(0.05),
            GradientDescent.withMomentum(0.05, 0.9),
            GradientDescent.nesterov(0.05, 0.9),
            Adam.of(0.1)
        }) {
            Minimum minimum = new Descent(rule, 1e-7, 5000).minimize(Landscapes.bowl(1, 5, 20), start);
            assertThat(minimum.point()).as(rule.toString()).containsExactly(BOTTOM, within(1e-5));
        }
    }

    @Test
    void momentum_outruns_plain_descent_in_a_valley() {
        Objective valley = Landscapes.bowl(100, 1);
        double[] start = {1, 100};
        int plain = new Descent(GradientDescent.plain(0.018), 1e-6, 10_000)
                .minimize(valley, start)
                .iterations();
        int heavy = new Descent(GradientDescent.withMomentum(0.018, 0.8), 1e-6, 10_000)
                .minimize(valley, start)
                .iterations();
        assertThat(heavy).isLessThan(plain / 3);
    }

    @Test
    void says_when_a_rate_is_too_high() {
        Minimum minimum =
                new Descent(GradientDescent.plain(10), 1e-8, 10_000).minimize(Landscapes.bowl(1), new double[] {1});
        assertThat(minimum.ending()).isEqualTo(Minimum.Ending.STALLED);
        assertThat(minimum.point()).containsExactly(1); // where it was lowest
    }

    @Test
    void steepest_descent_finds_its_own_step() {
        Minimum minimum = SteepestDescent.defaults().minimize(Landscapes.bowl(1, 5, 20), new double[] {9, -9, 9});
        assertThat(minimum.point()).containsExactly(BOTTOM, within(1e-6));
        Minimum banana = new SteepestDescent(1e-4, 0, 100_000).minimize(Landscapes::rosenbrock, new double[] {-1.2, 1});
        assertThat(banana.point()).containsExactly(new double[] {1, 1}, within(1e-3));
    }

    @Test
    void refuses_settings_that_cannot_be() {
        assertThatThrownBy(() -> GradientDescent.plain(0)).hasMessageContaining("rate");
        assertThatThrownBy(() -> GradientDescent.withMomentum(1, 1)).hasMessageContaining("momentum");
        assertThatThrownBy(() -> GradientDescent.nesterov(1, 0)).hasMessageContaining("momentum above 0");
        assertThatThrownBy(() -> Adam.withDecay(1, -1)).hasMessageContaining("weightDecay");
    }
}
