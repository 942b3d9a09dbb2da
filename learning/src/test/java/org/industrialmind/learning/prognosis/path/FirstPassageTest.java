package org.industrialmind.learning.prognosis.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.industrialmind.foundations.statistics.InverseGaussian;
import org.industrialmind.foundations.statistics.Normal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FirstPassageTest {

    @Test
    void with_a_known_pace_it_is_the_inverse_gaussian() {
        double w = 0.7;
        double pace = 0.05;
        double variance = 0.002;
        InverseGaussian law = new InverseGaussian(w / pace, w * w / variance);
        FirstPassage passage = new FirstPassage(w, pace, 0, variance);
        for (double hours : new double[] {0.1, 5, 12, 14, 20, 50, 500}) {
            assertThat(passage.cdf(hours)).isCloseTo(law.cdf(hours), within(1e-13));
        }
        assertThat(passage.cdf(0)).isZero();
    }

    @Test
    void without_a_pace_it_is_the_law_of_reflection() {
        FirstPassage passage = new FirstPassage(2, 0, 0, 0.5);
        for (double hours : new double[] {0.5, 3, 40}) {
            // a Brownian motion is as likely to be above the level now as below it after having been there
            assertThat(passage.cdf(hours)).isCloseTo(2 * Normal.tail(2 / Math.sqrt(0.5 * hours)), within(1e-14));
        }
    }

    @Test
    void one_that_drifts_away_never_arrives_with_the_probability_known_for_it() {
        FirstPassage away = new FirstPassage(1, -0.3, 0, 0.4);
        assertThat(away.cdf(1e9)).isCloseTo(Math.exp(-2 * 0.3 * 1 / 0.4), within(1e-9));
    }

    @Test
    void an_uncertain_pace_is_the_average_over_the_paces() {
        FirstPassage uncertain = new FirstPassage(0.6, 0.1, 0.06, 0.01);
        for (double hours : new double[] {1, 4, 7, 30, 300}) {
            double sum = 0;
            int steps = 4000;
            for (int i = 0; i < steps; i++) {
                double pace = 0.1 + 0.06 * Normal.quantile((i + 0.5) / steps);
                sum += new FirstPassage(0.6, pace, 0, 0.01).cdf(hours) / steps;
            }
            assertThat(uncertain.cdf(hours)).isCloseTo(sum, within(2e-4)); // midpoints of equal shares
        }
    }

    @Test
    void a_path_with_hardly_any_unrest_arrives_when_it_must() {
        FirstPassage clockwork = new FirstPassage(1, 0.01, 0, 1e-12); // exp(2 drift distance / variance) overflows
        assertThat(clockwork.cdf(99.9)).isZero();
        assertThat(clockwork.cdf(100.1)).isEqualTo(1);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void simulated_walks_arrive_as_often_as_it_says(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int walks = 2000;
        double step = 0.01;
        int arrived = 0;
        for (int i = 0; i < walks; i++) {
            double at = 0;
            for (double t = 0; t < 8 && at < 1; t += step) {
                at += 0.1 * step + Math.sqrt(0.04 * step) * random.nextGaussian();
            }
            arrived += at >= 1 ? 1 : 0;
        }
        // steps of 0.01 h see a level 0.583 of a step's deviation farther away (Siegmund 1985)
        double expected = new FirstPassage(1 + 0.583 * Math.sqrt(0.04 * step), 0.1, 0, 0.04).cdf(8);
        assertThat((double) arrived / walks).isCloseTo(expected, within(4 * Math.sqrt(0.25 / walks)));
    }

    @Test
    void refuses_what_is_no_passage() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FirstPassage(0, 1, 0, 1))
                .withMessageContaining("positive distance");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FirstPassage(1, Double.NaN, 0, 1))
                .withMessageContaining("drift NaN");
    }
}
